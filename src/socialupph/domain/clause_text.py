"""What a clause in words proposes: requirement text becomes requirements, extension text becomes options. All to confirm.

The words are those of Swedish contract lists. Nothing is guessed away: the original stays, and ``certain`` says whether the whole
text was understood. Text that was not becomes a requirement of unknown kind to be filled in.
"""

import datetime as dt
import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from socialupph.domain.ledger import RequirementUnit

UNKNOWN_TYPE = "other_social"


@dataclass(frozen=True, slots=True)
class RequirementProposal:
    """A requirement as a list words it. ``type_key`` names a requirement type of the reference data.

    ``volume`` counts in ``unit``; ``places`` stands beside months when the text asks for both. ``minimum_months`` is the least
    time of each place. ``certain`` is false when something has to be filled in or was left aside.
    """

    type_key: str
    original: str
    unit: RequirementUnit | None = None
    volume: Decimal | None = None
    places: int | None = None
    minimum_months: int | None = None
    certain: bool = True


@dataclass(frozen=True, slots=True)
class OptionsProposal:
    """Options that an extension text means: their months in order, or a last day when only that is told."""

    months: tuple[int, ...] = ()
    until: dt.date | None = None
    certain: bool = True


_NUMBER_WORDS = {
    "en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "nio": 9, "tio": 10, "elva": 11,
    "tolv": 12, "femton": 15, "arton": 18, "tjugo": 20, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
}  # fmt: skip
_NOTHING = re.compile(
    r"(?:nej|no|none|inget|ingen|inga|inga krav|inga sociala krav|saknas|nix|n/?a|ej aktuellt?|ej aktuella?|ej tillämpligt"
    r"|inte aktuellt|ej krav|inget krav|utan krav|ej|0|false|falskt|[-–—/.]+)",
)
_YES = re.compile(r"^(?:ja|yes|japp|x)\b[\s,.:;–—-]*")
_NO = re.compile(r"^(?:nej|no)\b")
_NUMBER = r"(?<![\d.,])(\d{1,9}(?:[.,]\d{1,4})?)"
_TIME_UNIT = r"(halvår|mån(?:ad(?:er)?s?|s)?\b\.?|months?\b|års?\b|years?\b|veck(?:a|or|ors)|weeks?)"
_TIME = re.compile(rf"{_NUMBER}\s*-?\s*{_TIME_UNIT}")
_FULL_TIME_MONTHS = re.compile(
    rf"{_NUMBER}\s*(?:heltidsmån(?:ad(?:er)?)?\b\.?|htm\b|mån(?:ad(?:er)?)?\.?\s+(?:på|om|av)?\s*heltid)"
)
_HOURS = re.compile(rf"{_NUMBER}\s*(?:h\b|tim(?:mar|me)?\b\.?|hours?)")
_KRONOR = re.compile(rf"{_NUMBER}\s*(kr(?:onor)?\b|sek\b|tkr\b|mkr\b)")
_TO = r"(?:\s*(?:-|–|till|to)\s*\d{1,4})?"
_HEADS = re.compile(rf"{_NUMBER}{_TO}\s*(?:st\b\.?|stycken|x\b)?\s*(?=[a-zåäöé]|$)")
_PERSONS = re.compile(
    rf"{_NUMBER}{_TO}\s*(?:st\b\.?\s*)?(?:personer|person\b|pers\b\.?|individer|deltagare|ungdomar|people|persons?)"
)
_PLACES = re.compile(rf"{_NUMBER}{_TO}\s*(?:st\b\.?\s*)?(?:plats\b|platser|places?)")
_PIECES = re.compile(rf"{_NUMBER}\s*(?:st\b\.?|stycken)$")
_RANGE = re.compile(r"\d+\s*(?:-|–|till|to)\s*\d+(?!\s*(?:%|\d))")
_EXTENT = re.compile(r"\d+\s*(?:%|procent)|per år|/\s*år|årligen|per kalenderår|varje år")
_SPLIT = re.compile(r"\s*(?:;|\n|\+|\bsamt\b|\boch\b|\band\b|,(?!\s*\d)|,(?=\s*\d+\s+[a-zåäö]))\s*")

# The first word that is found decides, so the longer and rarer stand first.
_TYPE_WORDS: tuple[tuple[str, str], ...] = (
    ("reserverad", "reserved_execution"), ("reserverat", "reserved_execution"), ("reserved", "reserved_execution"),
    ("iop", "iop_commitment"), ("idéburet", "iop_commitment"),
    ("sommarjobb", "summer_job"), ("ferie", "summer_job"), ("sommararbet", "summer_job"), ("sommarvikari", "summer_job"),
    ("lärling", "apprentice"), ("apprentice", "apprentice"),
    ("praktik eller anställning", "employment_or_internship"), ("anställning eller praktik", "employment_or_internship"),
    ("anställning/praktik", "employment_or_internship"), ("praktik/anställning", "employment_or_internship"),
    ("sysselsättning", "employment_or_internship"),
    ("praktik", "internship"), ("arbetsträning", "internship"), ("språkträning", "internship"), ("internship", "internship"),
    ("interns", "internship"),
    ("anställ", "employment"), ("visstid", "employment"), ("tjänst", "employment"), ("årsarbetare", "employment"),
    ("lönebidrag", "employment"), ("nystartsjobb", "employment"), ("introduktionsjobb", "employment"), ("employ", "employment"),
    ("handledarutbildning", "training"), ("utbildning", "training"), ("training", "training"), ("studiebesök", "training"),
    ("dialog", "dialogue"), ("bonus", "bonus"),
    ("uppförandekod", UNKNOWN_TYPE), ("arbetsrätt", UNKNOWN_TYPE), ("rättvis handel", UNKNOWN_TYPE), ("fairtrade", UNKNOWN_TYPE),
    ("tillgänglighet", UNKNOWN_TYPE), ("ilo", UNKNOWN_TYPE), ("code of conduct", UNKNOWN_TYPE), ("jämställd", UNKNOWN_TYPE),
)  # fmt: skip
_WITHOUT_VOLUME = frozenset({"dialogue", "bonus", "reserved_execution", "iop_commitment", UNKNOWN_TYPE})
_OPEN_VOLUME = _WITHOUT_VOLUME | {"training"}


@lru_cache(maxsize=4096)
def propose_requirements(text: str) -> tuple[RequirementProposal, ...]:
    """The requirements that ``text`` means; none for *Nej*, a dash or nothing at all."""
    original = " ".join(text.split())
    lines = "; ".join(line for line in (" ".join(line.split()) for line in text.splitlines()) if line)
    plain = _with_digits(lines.casefold().strip(" .!"))
    if not plain or _NOTHING.fullmatch(plain) or (_NO.match(plain) and _type_in(plain) is None):
        return ()
    said_no = _NO.match(plain) is not None
    plain = _YES.sub("", plain, count=1)
    parts = [part for part in _SPLIT.split(plain) if part]
    if len(parts) > 1 and all(_type_in(part) for part in parts):
        proposals = tuple(_proposal(part, original) for part in parts)
    else:
        proposals = (_proposal(plain, original),)
    if said_no:
        return tuple(replace(proposal, certain=False) for proposal in proposals)
    return proposals


@lru_cache(maxsize=4096)
def requirement_in_comment(comment: str) -> str:
    """What stands after *Krav:* (or *Sociala krav:*) in a comment, to the next semicolon, line or sentence; else nothing."""
    found = re.search(
        r"(?:^|[\s;,(])(?:soc(?:iala?)?\.?\s*|sysselsättnings|sociala\s+)?krav\s*[:=]\s*([^;\n|]*)",
        comment,
        re.IGNORECASE,
    )
    if not found:
        return ""
    return re.split(r"\.\s+(?=[A-ZÅÄÖ])", found.group(1), maxsplit=1)[0].strip()


def _proposal(plain: str, original: str) -> RequirementProposal:
    """One requirement from one part of a text that is already in lower case with digits."""
    type_key = _type_in(plain)
    certain = not _RANGE.search(plain) and not _EXTENT.search(plain)
    full_time = _FULL_TIME_MONTHS.search(plain)
    if full_time:
        heads = _heads(plain.replace(full_time.group(0), " "))
        return RequirementProposal(
            type_key or "employment_or_internship", original, RequirementUnit.FULL_TIME_MONTHS, _decimal(full_time.group(1)),
            places=heads, certain=certain,
        )  # fmt: skip
    measured = _measured(plain, type_key, original)
    if measured is not None:
        return replace(measured, certain=measured.certain and certain)
    times = [_months(match) for match in _TIME.finditer(plain)]
    rest = _TIME.sub(" ", plain)
    minimum = next((months for months in times if months is not None), None)
    counted = any(pattern.search(rest) for pattern in (_PERSONS, _PLACES, _PIECES))
    heads = _heads(rest) if (type_key or counted) and type_key not in _WITHOUT_VOLUME else None
    if heads is None:
        understood = type_key in _OPEN_VOLUME and not re.search(r"\d", plain)
        return RequirementProposal(type_key or UNKNOWN_TYPE, original, certain=understood, minimum_months=minimum)
    counts_persons = _PERSONS.search(rest) is not None and minimum is None
    return RequirementProposal(
        type_key or "employment_or_internship", original,
        RequirementUnit.PERSONS if counts_persons else RequirementUnit.PLACES, Decimal(heads),
        minimum_months=minimum, certain=certain and len(times) <= 1 and None not in times and not _PIECES.fullmatch(rest),
    )  # fmt: skip


def _measured(plain: str, type_key: str | None, original: str) -> RequirementProposal | None:
    """A volume in hours or kronor, or None when the text has neither."""
    hours = _HOURS.search(plain)
    if hours:
        kind = type_key or "employment_or_internship"
        return RequirementProposal(
            kind, original, RequirementUnit.HOURS, _decimal(hours.group(1)), certain=type_key is not None
        )
    kronor = _KRONOR.search(plain)
    if kronor and type_key != "bonus":
        factor = {"tkr": 1000, "mkr": 1_000_000}.get(kronor.group(2), 1)
        volume = _decimal(kronor.group(1)) * factor
        return RequirementProposal(type_key or UNKNOWN_TYPE, original, RequirementUnit.KRONOR, volume, certain=False)
    return None


def _type_in(plain: str) -> str | None:
    for word, key in _TYPE_WORDS:
        if re.search(rf"\b{re.escape(word)}", plain) or (len(word) > 6 and word in plain):
            return key
    return None


def _heads(plain: str) -> int | None:
    """How many people or places: the first whole number that is neither a section, a share nor a year."""
    cleaned = re.sub(
        r"(?:§+|punkt|avsnitt|kap\.?|bilaga|sid\.?|nr\.?)\s*[\d.:]+|\d+\s*(?:%|procent)|\b(?:19|20)\d\d\b", " ", plain
    )
    found = _PERSONS.search(cleaned) or _HEADS.search(cleaned)
    if not found:
        return None
    number = _decimal(found.group(1))
    return int(number) if number == number.to_integral_value() and 0 < number < 1000 else None


def _months(match: re.Match[str]) -> int | None:
    """Whole months of a time in months, half-years, years or weeks; None when it is no whole number of months."""
    number, unit = _decimal(match.group(1)), match.group(2)
    if unit.startswith(("år", "year")):
        number *= 12
    elif unit == "halvår":
        number *= 6
    elif unit.startswith(("veck", "week")):
        return None
    return int(number) if number == number.to_integral_value() else None


def _decimal(digits: str) -> Decimal:
    return Decimal(digits.replace(",", "."))


def _with_digits(plain: str) -> str:
    """Number words as digits: *två praktikplatser* → *2 praktikplatser*."""
    return re.sub(r"[a-zåäö]+", lambda match: str(_NUMBER_WORDS.get(match.group(0), match.group(0))), plain)


_OPTION_WORDS = (
    r"option(?:er)?(?:\s+(?:på|om))?|förlängning(?:soption(?:er)?)?|förlängs|förlängas|möjlighet(?:er)?|möjlig|till|med|på|om"
    r"|ytterligare|högst|max(?:imalt)?|upp|totalt|sammanlagt|kan|att|rätt|ja|st|stycken|i|taget|vardera|optional|extension|och|and"
)
_YEARS_OR_MONTHS = r"(?P<unit>års?\b|år|years?|mån(?:ad(?:er)?s?)?\b\.?|m\b|months?)"
_TIMES = re.compile(
    rf"^(?P<count>\d{{1,2}})\s*(?:x|\*|×|gånger|ggr|ggr\.)\s*(?P<length>\d{{1,3}})\s*-?\s*{_YEARS_OR_MONTHS}$"
)
_TIMES_AFTER = re.compile(
    rf"^(?P<length>\d{{1,3}})\s*-?\s*{_YEARS_OR_MONTHS}\s*(?:x|\*|×|gånger)\s*(?P<count>\d{{1,2}})$"
)
_TERM = re.compile(rf"^(?P<length>\d{{1,3}})\s*-?\s*{_YEARS_OR_MONTHS}?$")
_LONGEST = 240
_MOST_OPTIONS = 20


@lru_cache(maxsize=1024)
def propose_options(text: str) -> OptionsProposal:
    """The options that ``text`` means: *1+1 år* is two of twelve months; nothing for *Nej* or nothing at all."""
    plain = _with_digits(" ".join(text.casefold().split()).strip(" .!"))
    if not plain or _NOTHING.fullmatch(plain) or _NO.match(plain):
        return OptionsProposal()
    until = _last_day(plain)
    if until is not None:
        return OptionsProposal(until=until)
    hedged = re.search(r"\b(?:max(?:imalt)?|högst|upp till|totalt|sammanlagt|i taget)\b", plain) is not None
    bare = " ".join(re.sub(rf"(?<![a-zåäö])(?:{_OPTION_WORDS})(?![a-zåäö])|[(),.:;?]", " ", plain).split())
    months = _terms(bare)
    if months is None or sum(months) > _LONGEST or len(months) > _MOST_OPTIONS:
        return OptionsProposal(certain=False)
    return OptionsProposal(months, certain=not hedged and _unit_in(bare) is not None)


def _terms(bare: str) -> tuple[int, ...] | None:
    """Months of each option in *1+1 år*, *2 x 12 månader*, *6 mån + 6 mån*; None when it says something else."""
    months: list[int] = []
    shared_unit = _unit_in(bare)
    for term in (part.strip() for part in re.split(r"\+|&|/", bare)):
        found = _TIMES.match(term) or _TIMES_AFTER.match(term) or _TERM.match(term)
        if not found:
            return None
        named = found.groupdict()
        count, length = int(named.get("count") or 1), int(named["length"])
        unit = named.get("unit") or shared_unit
        years = unit.startswith(("år", "year")) if unit else length <= 5
        months.extend([length * 12 if years else length] * min(count, _MOST_OPTIONS + 1))
        if length == 0:
            return None
    return tuple(months)


def _unit_in(bare: str) -> str | None:
    found = re.search(_YEARS_OR_MONTHS, bare)
    return found.group("unit") if found else None


def _last_day(plain: str) -> dt.date | None:
    found = re.search(
        r"(?:t\s*\.?\s*o\s*\.?\s*m\.?|till(?: och med)?|längst|senast|until)\s*(\d{4})-(\d\d)-(\d\d)", plain
    )
    found = found or re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", plain)
    if not found:
        return None
    try:
        return dt.date(int(found.group(1)), int(found.group(2)), int(found.group(3)))
    except ValueError:
        return None
