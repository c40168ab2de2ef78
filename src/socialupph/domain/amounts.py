"""What an amount or volume may be before it is stored."""

from decimal import Decimal

from socialupph.domain.errors import RuleViolation
from socialupph.i18n import formats

LARGEST = Decimal(10) ** 13


def check_amount(amount: Decimal | None, field: str, *, places: int = 2, least: Decimal = Decimal(0)) -> None:
    """An amount is from ``least`` to ten thousand milliards with at most ``places`` decimals: ``RuleViolation`` else.

    Codes ``amount.range`` (facts ``least``) and ``amount.decimals`` (facts ``places``).
    """
    if amount is None:
        return
    if not amount.is_finite() or not least <= amount <= LARGEST:
        raise RuleViolation("amount.range", field, {"least": formats.plain(least)})
    if amount != round(amount, places):
        raise RuleViolation("amount.decimals", field, {"places": places})


def check_currency(currency: str, field: str = "currency") -> str:
    """Three letters, in capitals: ``RuleViolation("amount.currency")`` else."""
    letters = currency.strip().upper()
    if len(letters) != 3 or not (letters.isascii() and letters.isalpha()):
        raise RuleViolation("amount.currency", field)
    return letters
