"""The lots of a notice and the procedure they belong to: title, nature, CPV, time, renewals, social objectives, what is reserved."""

import datetime as dt
import re
from dataclasses import dataclass

from socialupph.domain.clause_text import propose_options
from socialupph.domain.commands.notices import Withheld
from socialupph.domain.kinds import ContractNature, SocialObjective
from socialupph.domain.periods import ONE_DAY, add_months
from socialupph.exchange.notices.privacy import kept_back
from socialupph.exchange.notices.values import Findings, day, is_masked, plain, told
from socialupph.exchange.notices.xml import Node

_FRAMEWORKS = frozenset({"fa-mix", "fa-w-rc", "fa-wo-rc"})
_RESERVED = frozenset({"res-ws", "res-pub-ser"})
_EACH = re.compile(r"\b(?:i taget|vardera|per gång|åt gången|each)\b", re.IGNORECASE)
_OWN_PARTS = frozenset({"cac:TenderingTerms", "cac:TenderingProcess", "cac:ProcurementProject"})
_LONGEST_DURATION = 1200
_MOST_RENEWALS = 20
_LONGEST_TEXT = 2000
_IN_MONTHS = {"MONTH": 1, "MON": 1, "YEAR": 12, "ANN": 12}
_IN_DAYS = {"DAY": 1, "WEEK": 7, "WEE": 7}


@dataclass(frozen=True, slots=True)
class Lot:
    """A lot (BT-137), a group of lots, or the procedure as a whole, as far as a contract has fields for it.

    ``framework`` (BT-765) says that a framework agreement is made, ``reserved`` that only some may take part (BT-71).
    ``found`` is what came up while it was read.
    """

    id: str
    title: str
    internal_id: str
    description: str
    nature: str
    cpv: str
    starts_on: dt.date | None
    ends_on: dt.date | None
    extension_text: str
    options: tuple[int, ...]
    social_objectives: tuple[SocialObjective, ...]
    reserved_execution: bool | None
    reserved: bool
    framework: bool
    withheld: tuple[Withheld, ...]
    found: Findings


def read_lot(node: Node, language: str) -> Lot:
    """What ``node`` tells: a cac:ProcurementProjectLot, or the root for the procedure."""
    found = Findings()
    project = node.first("cac:ProcurementProject") or Node("cac:ProcurementProject", {})
    starts_on, ends_on = _time(project, found)
    extension, options = _renewals(project, language)
    return Lot(
        id=plain(node.value("cbc:ID"), 100),
        title=plain(told(project, "cbc:Name", language)),
        internal_id=_internal_id(project),
        description=told(project, "cbc:Description", language)[:_LONGEST_TEXT],
        nature=_nature(project.value("cbc:ProcurementTypeCode", listName="contract-nature")),
        cpv=_cpv(project),
        starts_on=starts_on,
        ends_on=ends_on,
        extension_text=extension,
        options=options,
        social_objectives=_objectives(project, found),
        reserved_execution=_reserved_execution(node),
        reserved=_reserved(node),
        framework=any(
            code in _FRAMEWORKS
            for code in node.values(
                "cac:TenderingProcess/cac:ContractingSystem/cbc:ContractingSystemTypeCode",
                listName="framework-agreement",
            )
        ),
        withheld=kept_back(part for part in node.children if part.name in _OWN_PARTS),
        found=found,
    )


def _internal_id(project: Node) -> str:
    """BT-22, in Sweden as a rule the diarienummer."""
    text = plain(project.value("cbc:ID"), 100)
    return "" if is_masked(text) else text


def _nature(code: str) -> str:
    """BT-23."""
    return code if code in {one.value for one in ContractNature} else ""


def _cpv(project: Node) -> str:
    """The main code (BT-262), then the additional ones (BT-263), as a contract list joins them."""
    codes = project.values("cac:MainCommodityClassification/cbc:ItemClassificationCode", listName="cpv")[:1]
    codes += project.values("cac:AdditionalCommodityClassification/cbc:ItemClassificationCode", listName="cpv")
    joined = ""
    for code in dict.fromkeys(codes):
        longer = f"{joined} {code}".strip()
        if len(longer) > 100:
            break
        joined = longer
    return joined


def _objectives(project: Node, found: Findings) -> tuple[SocialObjective, ...]:
    """BT-775; a code that is none of the seven is told."""
    known: dict[SocialObjective, None] = {}
    path = "cac:ProcurementAdditionalType/cbc:ProcurementTypeCode"
    for code in project.values(path, listName="social-objective"):
        if code in {one.value for one in SocialObjective}:
            known[SocialObjective(code)] = None
        elif code != "none" and not is_masked(code):
            found.remark("notice.objective", "social_objectives", value=code[:60])
    return tuple(known)


def _reserved_execution(node: Node) -> bool | None:
    """BT-736: whether the contract is to be carried out within a sheltered programme; None for *not yet known*."""
    path = "cac:TenderingTerms/cac:ContractExecutionRequirement/cbc:ExecutionRequirementCode"
    return {"yes": True, "no": False}.get(node.value(path, listName="reserved-execution"))


def _reserved(node: Node) -> bool:
    """BT-71: whether taking part is reserved."""
    path = "cac:TenderingTerms/cac:TendererQualificationRequest/cac:SpecificTendererRequirement/cbc:TendererRequirementTypeCode"
    return any(code in _RESERVED for code in node.values(path, listName="reserved-procurement"))


def _time(project: Node, found: Findings) -> tuple[dt.date | None, dt.date | None]:
    """First and last day (BT-536, BT-537); the last one is worked out where only a length is told (BT-36)."""
    period = project.first("cac:PlannedPeriod")
    if period is None:
        return None, None
    start = day(period.value("cbc:StartDate"), "start", found)
    end = day(period.value("cbc:EndDate"), "end", found)
    measure = period.first("cbc:DurationMeasure")
    if measure is None or end is not None:
        return start, end
    text, unit = measure.value(), measure.attributes.get("unitCode", "").upper()
    if not text.isdecimal() or not 0 < int(text) <= _LONGEST_DURATION or unit not in {*_IN_MONTHS, *_IN_DAYS}:
        return start, None
    if start is None:
        found.remark("notice.duration", "end", value=text, unit=unit)
        return None, None
    if unit in _IN_MONTHS:
        return start, add_months(start, int(text) * _IN_MONTHS[unit]) - ONE_DAY
    return start, start + dt.timedelta(days=int(text) * _IN_DAYS[unit]) - ONE_DAY


def _renewals(project: Node, language: str) -> tuple[str, tuple[int, ...]]:
    """What the notice says of renewals and options (BT-57, BT-54), and the options in months it certainly means.

    The number of renewals (BT-58) has to agree with them; *12 månader i taget*, three times, is three options.
    """
    extension = project.first("cac:ContractExtension")
    if extension is None:
        return "", ()
    renewal = told(extension, "cac:Renewal/cac:Period/cbc:Description", language)
    texts = [" ".join(text.split()) for text in (renewal, told(extension, "cbc:OptionsDescription", language)) if text]
    most = extension.value("cbc:MaximumNumberNumeric")
    count = int(most) if most.isdecimal() and int(most) <= _MOST_RENEWALS else 0
    told_of = plain("; ".join(dict.fromkeys(texts)), 500)
    if not renewal:
        return told_of, ()
    proposal = propose_options(renewal)
    months = proposal.months
    if len(months) == 1 and count > 1 and _EACH.search(renewal):
        return told_of, months * count
    certain = proposal.certain and (not count or count == len(months))
    return told_of, months if certain else ()
