"""Words of lists that stand for a fixed vocabulary: kinds of contract, nature of what is bought."""

import re
from functools import lru_cache

from socialupph.domain.kinds import ContractKind, ContractNature

_KINDS: tuple[tuple[str, ContractKind], ...] = (
    (r"\biop\b|idéburet", ContractKind.IOP),
    (r"reserver", ContractKind.RESERVED),
    (r"avrop|call.?off|fku\b|förnyad konkurrens", ContractKind.CALL_OFF),
    (r"ramavtal|framework|\bdis\b", ContractKind.FRAMEWORK),
    (
        r"^(?:kontrakt|avtal|enskilt avtal|objektsavtal|objekt|upphandlingskontrakt|contract|direktupphandling|leverantörsavtal)$",
        ContractKind.CONTRACT,
    ),
)
_NATURES: tuple[tuple[str, ContractNature], ...] = (
    (r"entreprenad|\bbygg|anläggning|\bworks?\b", ContractNature.WORKS),
    (r"tjänst|service", ContractNature.SERVICES),
    (r"\bvar(?:a|or)\b|supplies|goods|\bsupply\b|leverans|material", ContractNature.SUPPLIES),
)


@lru_cache(maxsize=2048)
def kind_of_contract(text: str) -> ContractKind | None:
    """*Ramavtal* → framework; None when the text names no kind of contract."""
    plain = text.casefold().strip()
    return next((kind for pattern, kind in _KINDS if len(plain) <= 60 and re.search(pattern, plain)), None)


@lru_cache(maxsize=2048)
def nature_of_contract(text: str) -> ContractNature | None:
    """*Byggentreprenad* → works; None when the text names no nature."""
    plain = text.casefold().strip()
    return next((nature for pattern, nature in _NATURES if len(plain) <= 40 and re.search(pattern, plain)), None)
