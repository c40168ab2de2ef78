"""From what is typed in a one-line field to its value and back. Pure text; the widgets are in ``fields``."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from socialupph.domain.errors import RuleViolation
from socialupph.domain.swedish_time import SWEDEN, in_sweden
from socialupph.i18n import _, formats
from socialupph.specs.forms import Field, FieldKind
from socialupph.specs.messages import message

_SPACES = str.maketrans("", "", " \u00a0\u202f\t")
_TIME = re.compile(r"^(?:kl\.?)?\s*(\d{1,2})(?:[.:]?(\d{2}))?$")


class FieldProblem(RuleViolation):
    """What was typed cannot be read; ``text`` is the whole sentence to show under the field."""

    def __init__(self, field: str, text: str) -> None:
        super().__init__("field.unreadable", field)
        self.text = text


def explain(error: RuleViolation) -> str:
    """The sentence under the field."""
    return error.text if isinstance(error, FieldProblem) else message(error)


@dataclass(frozen=True, slots=True)
class Codec:
    """``parse`` raises RuleViolation for text that cannot be read; ``hint`` is shown in place of help once it can."""

    parse: Callable[[str], object]
    show: Callable[[object], str]
    hint: Callable[[object], str]
    chars: int = 0  # how wide the field need be, in characters; 0 takes the room there is


def _no_hint(value: object) -> str:
    del value
    return ""


def _as_text(value: object) -> str:
    return "" if value is None else str(value)


class _Text:
    """Plain text; an empty one is None."""

    def parse(self, text: str) -> str | None:
        return text.strip() or None


@dataclass(frozen=True, slots=True)
class _Number:
    """Whole and decimal numbers, per cent and money, with Swedish or plain signs."""

    key: str
    kind: FieldKind

    def parse(self, text: str) -> int | Decimal | None:
        bare = text.translate(_SPACES).replace("\u2212", "-").removesuffix("%").removesuffix("kr").removesuffix(":-")
        if not bare:
            return None
        try:
            value = Decimal(bare.replace(",", "."))
        except InvalidOperation as error:
            raise FieldProblem(self.key, self._complaint()) from error
        if not value.is_finite():
            raise FieldProblem(self.key, self._complaint())
        if self.kind is not FieldKind.INTEGER:
            return value
        if value != value.to_integral_value():
            raise FieldProblem(self.key, self._complaint())
        return int(value)

    def _complaint(self) -> str:
        if self.kind is FieldKind.INTEGER:
            return _("Skriv ett helt tal, till exempel 12.")
        if self.kind is FieldKind.MONEY:
            return _("Skriv ett belopp i kronor, till exempel 84 500.")
        if self.kind is FieldKind.PERCENT:
            return _("Skriv ett tal i procent, till exempel 75.")
        return _("Skriv ett tal, till exempel 12,5.")

    def show(self, value: object) -> str:
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            return ""
        if self.kind is FieldKind.MONEY:
            return formats.money(Decimal(value))
        if self.kind is FieldKind.PERCENT:
            return formats.percent_plain(Decimal(value))
        return formats.plain(value)


@dataclass(frozen=True, slots=True)
class _Day:
    """A date, read by the function that was handed in, shown as ISO with weekday and week beneath."""

    parse_date: Callable[[str], dt.date]

    def parse(self, text: str) -> dt.date | None:
        return self.parse_date(text.strip()) if text.strip() else None

    def show(self, value: object) -> str:
        return formats.iso_date(value) if isinstance(value, dt.date) else ""

    def hint(self, value: object) -> str:
        if not isinstance(value, dt.date):
            return ""
        return _("{weekday}, {week}").format(weekday=formats.weekday_name(value), week=formats.week(value))


@dataclass(frozen=True, slots=True)
class _Moment:
    """A date and a time of day in Sweden, kept as an aware moment in UTC."""

    key: str
    day: _Day

    def parse(self, text: str) -> dt.datetime | None:
        words = text.strip().rsplit(maxsplit=1)
        if not words:
            return None
        found = _TIME.match(words[-1]) if len(words) == 2 else None
        if found is None:
            raise FieldProblem(self.key, _("Skriv dag och klockslag, till exempel 2026-10-02 08.30."))
        hour, minute = int(found[1]), int(found[2] or 0)
        if hour > 23 or minute > 59:
            raise FieldProblem(self.key, _("Klockslaget finns inte. Skriv till exempel 08.30."))
        date = self.day.parse(words[0].removesuffix("kl.").removesuffix("kl"))
        if date is None:
            raise FieldProblem(self.key, _("Skriv dag och klockslag, till exempel 2026-10-02 08.30."))
        return dt.datetime.combine(date, dt.time(hour, minute), tzinfo=SWEDEN).astimezone(dt.UTC)

    def show(self, value: object) -> str:
        if not isinstance(value, dt.datetime):
            return ""
        local = in_sweden(value)
        return f"{formats.iso_date(local.date())} {formats.time_of_day(local.time())}"

    def hint(self, value: object) -> str:
        return self.day.hint(in_sweden(value).date()) if isinstance(value, dt.datetime) else ""


@dataclass(frozen=True, slots=True)
class _OrgNumber:
    """A Swedish organisation number is shown with its dash; what is wrong with one, the rules of the domain say."""

    def parse(self, text: str) -> str | None:
        bare = text.translate(_SPACES)
        digits = bare.replace("-", "")
        if len(digits) == 10 and digits.isdigit():
            return f"{digits[:6]}-{digits[6:]}"
        return bare or None


_NUMBERS = frozenset({FieldKind.INTEGER, FieldKind.DECIMAL, FieldKind.PERCENT, FieldKind.MONEY})


def codec_for(field: Field, parse_date: Callable[[str], dt.date]) -> Codec:
    """The codec of a one-line ``field``."""
    if field.kind in _NUMBERS:
        number = _Number(field.key, field.kind)
        return Codec(number.parse, number.show, _no_hint, 16)
    day = _Day(parse_date)
    if field.kind is FieldKind.DATE:
        return Codec(day.parse, day.show, day.hint, 16)
    if field.kind is FieldKind.MOMENT:
        moment = _Moment(field.key, day)
        return Codec(moment.parse, moment.show, moment.hint, 20)
    if field.kind is FieldKind.ORG_NUMBER:
        return Codec(_OrgNumber().parse, _as_text, _no_hint, 16)
    return Codec(_Text().parse, _as_text, _no_hint)
