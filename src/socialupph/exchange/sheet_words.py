"""Words of the coordinator's own sheets that stand for a fixed vocabulary, as people write them."""

import re
from collections.abc import Mapping
from enum import Enum
from functools import lru_cache

from socialupph.domain.follow_ups import FollowUpKind, FollowUpStatus
from socialupph.domain.kinds import (
    CandidateStatus,
    ContactRole,
    FollowUpMeans,
    Question,
    Referrer,
    Respondent,
    Sex,
    SizeClass,
    SupplierKind,
)


class PlacementState(Enum):
    """What a sheet says of how a placement stands; the register works it out of the days."""

    COMING = "coming"
    RUNNING = "running"
    ENDED = "ended"
    INTERRUPTED = "interrupted"


Patterns = tuple[tuple[str, Enum], ...]

_SUPPLIER_KINDS: Patterns = (
    (r"enskild|sole trader|\beg\b|\bef\b", SupplierKind.SOLE_TRADER),
    (
        r"idéburen|ideell|förening(?!.*ekonomisk)|stiftelse|civil|kooperativ|samfund|ngo|non.?profit",
        SupplierKind.CIVIL_SOCIETY,
    ),
    (r"offentlig|kommun|region|statlig|myndighet|landsting|public", SupplierKind.PUBLIC),
    (
        r"företag|\bab\b|aktiebolag|\bhb\b|handelsbolag|\bkb\b|bolag|ek\.? ?för|ekonomisk förening|privat|company|limited",
        SupplierKind.COMPANY,
    ),
)
_SIZES: Patterns = (
    (r"mikro|micro|^[1-9]$|^[0-9] ?- ?9$", SizeClass.MICRO),
    (r"litet|liten|små|small|^[1-4][0-9]$|^10 ?- ?49$", SizeClass.SMALL),
    (r"medel|mellan|medium|^(?:[5-9][0-9]|1[0-9][0-9]|2[0-4][0-9])$|^50 ?- ?249$", SizeClass.MEDIUM),
    (r"stor|large|^(?:2[5-9][0-9]|[3-9][0-9][0-9]|[0-9]{4,6})$|^250 ?[-+]?", SizeClass.LARGE),
)
_ROLES: Patterns = (
    (r"handled|mentor|supervisor|arbetsled|arbetslag|lagbas", ContactRole.SUPERVISOR),
    (r"personal|\bhr\b|rekryter|human", ContactRole.HR),
    (r"avtal|kontrakt|upphandl|anbud|ombud|försälj|kund|platschef|projekt|\bvd\b|ägare|ekonomi|contract|chef|ansvarig|verksamhet|affär|manager",
     ContactRole.CONTRACT),
    (r"annan|annat|övrig|other|\w{3}", ContactRole.OTHER),
)  # fmt: skip
_SEXES: Patterns = (
    (r"^(?:k|kv|kvinna|kvinnor|kvinnlig|f|flicka|tjej|female|woman|w)\.?$", Sex.WOMAN),
    (r"^(?:m|man|män|manlig|pojke|kille|male)\.?$", Sex.MAN),
    (
        r"^(?:okän[dt]|uppgift saknas|saknas|anna[nt]|vill ej ange|ej angivet|ej angiven|icke.?binär|x|unknown|other)$",
        Sex.UNKNOWN,
    ),
)
_REFERRERS: Patterns = (
    (r"arbetsförmedl|^af\b|\baf\b|public employment", Referrer.AF),
    (r"kommun|arbetsmarknadsenhet|\bame|ekonomiskt bistånd|försörjningsstöd|socialtjänst|\bifo\b|jobbcenter|jobbtorg|\bsfi\b|"
     r"vuxenutbildning|komvux|municipal", Referrer.MUNICIPALITY),
    (r"annan|övrig|eget initiativ|själv|samordningsförbund|region|\bkaa\b|skola|förening|other", Referrer.OTHER),
)  # fmt: skip
_CANDIDATE_STATUSES: Patterns = (
    (
        r"avslut|avskriv|utskriv|\bklar\b|färdig|inaktiv|ej aktuell|inte aktuell|hoppat av|closed|flyttat",
        CandidateStatus.CLOSED,
    ),
    (r"placerad|\bute\b|i praktik|på praktik|placering|anställd|pågå|placed|matchad", CandidateStatus.PLACED),
    (r"aktuell|aktiv|inskriven|vänta|ny\b|sök|ledig|tillgänglig|redo|active|kandidat|anmäld", CandidateStatus.ACTIVE),
)
_PLACEMENT_STATES: Patterns = (
    (r"avbr|avhopp|hoppat av|interrupt", PlacementState.INTERRUPTED),
    (r"avslut|klar\b|färdig|slutförd|ended|completed", PlacementState.ENDED),
    (r"planer|komm|ej start|inte start|bokad|planned", PlacementState.COMING),
    (r"pågå|aktiv|aktuell|running|ute", PlacementState.RUNNING),
)
_FOLLOW_UP_KINDS: Patterns = (
    (r"nästa steg|next step", FollowUpKind.NEXT_STEP),
    (r"(?:12|tolv) ?m(?:ån|\b)|ett år|1 år|12 months", FollowUpKind.AFTER_12_MONTHS),
    (r"(?:\b6|sex) ?m(?:ån|\b)|halvår|6 months", FollowUpKind.AFTER_6_MONTHS),
    (r"90 ?d|(?:\b3|tre) ?mån\w* efter|90 days", FollowUpKind.AFTER_90_DAYS),
    (r"start|uppstart|introduktion|inledande|första", FollowUpKind.START_MEETING),
    (r"slut|avslut|final|sista", FollowUpKind.FINAL_MEETING),
    (r"(?:\b2|två|14) ?(?:v|d)|2 weeks|tvåveckors", FollowUpKind.TWO_WEEKS),
    (r"mån|monthly|löpande|ordinarie|avstämning", FollowUpKind.MONTHLY),
    (
        r"extra|trepart|spontan|akut|\buppföljning\b|besök|övrig|annan|annat|telefonsamtal|follow.?up",
        FollowUpKind.EXTRA,
    ),
)
_MEANS: Patterns = (
    (r"besök|på plats|fysisk|arbetsplatsbesök|platsbesök|visit|möte på", FollowUpMeans.VISIT),
    (r"video|teams|zoom|digital|skype|webb|meet", FollowUpMeans.VIDEO),
    (r"telefon|\btel\b|ringde|samtal|ring|phone|call", FollowUpMeans.PHONE),
    (r"mejl|mail|e-?post|sms|brev|skriftlig|formulär|enkät", FollowUpMeans.MAIL),
    (r"möte", FollowUpMeans.VISIT),
)
_FOLLOW_UP_STATUSES: Patterns = (
    (r"inget svar|svarar (?:inte|ej)|ej svar|inte svar|ej nå|inte nå|obesvarad|nås inte|no answer|nådde inte",
     FollowUpStatus.NOT_ANSWERED),
    (r"inställ|överhopp|hoppa|ställdes in|utgår|utgick|struken|avbokad|ej genomförd|inte genomförd|skipped|cancel|blev inte av",
     FollowUpStatus.SKIPPED),
    (r"genomför|klar\b|gjord|utför|hållen|hölls|avklarad|\bok\b|done|held|ja\b|uppföljd|besökt", FollowUpStatus.DONE),
    (r"planera|bokad|bokas|kommande|ska göras|återstår|ej start|planned|booked|väntar|nej\b|inbokad|kvar", FollowUpStatus.PLANNED),
)  # fmt: skip
_QUESTIONS: Patterns = (
    (r"närvaro|attendance|kommer i tid", Question.ATTENDANCE),
    (r"arbetsuppgift|uppgifter|tasks", Question.TASKS),
    (r"handledning|stöd på arbetsplatsen|supervision", Question.SUPERVISION),
    (r"trivsel|trivs|mående|mår|well.?being", Question.WELL_BEING),
    (r"språk|kunskap|kompetens|language|skills", Question.LANGUAGE_AND_SKILLS),
    (r"säkerhet|arbetsmiljö|skydd|safety", Question.SAFETY),
)
_RESPONDENTS: Patterns = (
    (r"deltagar|praktikant|kandidat|den anställd|participant|trainee|\bdelt", Respondent.PARTICIPANT),
    (r"handledar|arbetsledar|företaget|arbetsgivar|supervisor", Respondent.SUPERVISOR),
    (r"handlägg|arbetsförmedl|\baf\b|af-|officer", Respondent.AF_OFFICER),
    (r"samordn|koordinat|kommun|coordinator|\bvi\b", Respondent.COORDINATOR),
)
VOCABULARIES: Mapping[str, Patterns] = {
    "supplier_kind": _SUPPLIER_KINDS,
    "size_class": _SIZES,
    "contact_role": _ROLES,
    "sex": _SEXES,
    "referrer": _REFERRERS,
    "candidate_status": _CANDIDATE_STATUSES,
    "placement_status": _PLACEMENT_STATES,
    "follow_up_kind": _FOLLOW_UP_KINDS,
    "means": _MEANS,
    "follow_up_status": _FOLLOW_UP_STATUSES,
    "question": _QUESTIONS,
    "respondent": _RESPONDENTS,
}
_LONGEST = 60


@lru_cache(maxsize=8192)
def read_word(vocabulary: str, text: str) -> Enum | None:
    """The value a word stands for; None when it stands for none of the vocabulary."""
    plain = " ".join(text.casefold().split())
    if not plain or len(plain) > _LONGEST:
        return None
    return next((value for pattern, value in VOCABULARIES[vocabulary] if re.search(pattern, plain)), None)


_SENSITIVE = (
    "diagnos", "funktionsneds", "funktionshind", "hälsa", "hälsotillstånd", "sjukdom", "sjukfrånvaro", "sjukskriv", "medicin",
    "anpassning", "behov", "specialkost", "kost", "allergi", "målgrupp", "etnic", "etnisk", "religion", "facklig", "modersmål",
    "födelseland", "medborgarskap", "arbetsförmåga", "missbruk", "beroende", "kriminal", "brottsregister", "särskilda behov",
    "till dagen", "disability", "diagnosis", "health", "adjustment", "target group", "dietary",
)  # fmt: skip
_SENSITIVE_OF = {"courses": ("tillgänglighet", "mat", "matpreferens", "lunch", "diet", "needs", "önskemål")}
_WHOLE_WORD = 6


@lru_cache(maxsize=4096)
def is_sensitive(words: tuple[str, ...], kind: str) -> bool:
    """Whether a heading of these words is of health, needs or target group, which are never read from a sheet of that kind."""
    if kind == "contracts":
        return False
    joined = " ".join(words)
    return any(
        stem in words if len(stem) < _WHOLE_WORD else stem in joined
        for stem in (*_SENSITIVE, *_SENSITIVE_OF.get(kind, ()))
    )


SHEET_NAMES: Mapping[str, str] = {
    "suppliers": r"leverantör|företag|kontakt|bolag|arbetsgivare|supplier|entreprenör",
    "contracts": r"avtal|kontrakt|upphandl|contract",
    "candidates": r"kandidat|(?<!kurs)deltagare(?!lista)|sökande|person|candidate",
    "placements": r"placering|praktik|anställning|placement",
    "follow-ups": r"uppfölj|avstämning|follow",
    "courses": r"kurs|utbildning|deltagarlista|närvaro|course",
}
"""What a sheet or file of each kind is often called."""

_COUNTRIES = {
    "sverige": "SE", "sweden": "SE", "se": "SE", "norge": "NO", "norway": "NO", "finland": "FI", "danmark": "DK", "denmark": "DK",
    "tyskland": "DE", "germany": "DE", "estland": "EE", "lettland": "LV", "litauen": "LT", "polen": "PL", "poland": "PL",
    "nederländerna": "NL", "island": "IS", "storbritannien": "GB", "england": "GB", "irland": "IE", "frankrike": "FR",
}  # fmt: skip


def read_country(text: str) -> str | None:
    """Two letters for a country; None for a word that is none we know."""
    plain = text.strip().casefold()
    return _COUNTRIES.get(plain) or (plain.upper() if re.fullmatch(r"[a-z]{2}", plain) else None)


AT_ONCE = frozenset(
    {
        "omgående",
        "nu",
        "direkt",
        "omedelbart",
        "snarast",
        "enligt överenskommelse",
        "e.ö.",
        "e ö",
        "genast",
        "asap",
        "ja",
    }
)
"""Words that stand where a day should, and tell none."""
