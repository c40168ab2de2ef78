"""From the file to the notice: what kind it is, whether it can be read at all, and its contracts."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from socialupph.domain.commands.imports import RowError
from socialupph.domain.commands.notices import Notice, NoticeContract, NoticeKind
from socialupph.domain.errors import FileProblem
from socialupph.exchange.notices.contracts import Parts, read_contracts
from socialupph.exchange.notices.lots import Lot, read_lot
from socialupph.exchange.notices.organisations import Organisations
from socialupph.exchange.notices.privacy import kept_back_until
from socialupph.exchange.notices.results import Results
from socialupph.exchange.notices.values import Findings, day, plain, told
from socialupph.exchange.notices.xml import Node, read_xml, split_tag
from socialupph.i18n import translate
from socialupph.specs.notices import PARTS

_ROOT = "urn:oasis:names:specification:ubl:schema:xsd:ContractAwardNotice-2"
_OTHER_ROOTS = {
    "ContractNotice": "notice.competition",
    "PriorInformationNotice": "notice.planning",
    "BusinessRegistrationInformationNotice": "notice.not_award",
    "TED_EXPORT": "notice.old_format",
    "TED_ESENDERS": "notice.old_format",
}
_KINDS = {
    "can-standard": NoticeKind.AWARD,
    "can-social": NoticeKind.AWARD,
    "can-desg": NoticeKind.AWARD,
    "can-tran": NoticeKind.AWARD,
    "can-modif": NoticeKind.MODIFICATION,
    "veat": NoticeKind.INTENT,
}
_CANCELLED = "cancel"
_NO_TENDERS = "no-rece"
_EXTENSION = "ext:UBLExtensions/ext:UBLExtension/ext:ExtensionContent/efext:EformsExtension"
_NOTHING = Node("", {})


def read_notice(path: Path) -> Notice:
    """The award notice in the file at ``path``; its contracts carry their own errors.

    Raises FileProblem for a file that cannot be read or is no XML (see ``notices.xml``), for another kind of notice
    (``notice.competition``, ``notice.planning``, ``notice.not_award``, ``notice.cancelled``), for what is no eForms notice
    (``notice.not_eforms``, ``notice.wrong_namespace``, ``notice.old_format``), for one that lacks what the standard demands
    (``notice.invalid``, facts ``missing``), and for one without winner (``notice.no_tenders``, ``notice.no_winner``,
    ``notice.winner_withheld``).
    """
    root = read_xml(path, _judge)
    extension = next((one for one in root.all(_EXTENSION) if one.children), _NOTHING)
    language = root.value("cbc:NoticeLanguageCode")
    result = extension.first("efac:NoticeResult")
    organisations = Organisations(extension, language)
    outside = Findings()
    buyers = organisations.buyers(root, outside)
    procedure = read_lot(root, language)
    results = Results(result or _NOTHING)
    changes = extension.all("efac:Changes")
    missing = _missing(root, buyers, procedure, results, has_result=result is not None)
    kind = _kind(root, changes, missing)
    parts = Parts(
        kind=kind,
        language=language,
        home=buyers[0].country,
        procedure=procedure,
        lots=_lots(root, language),
        groups=_groups(root),
        organisations=organisations,
        results=results,
        awarded=root.value("cac:TenderResult/cbc:AwardDate"),
        outside=(*results.withheld, *procedure.withheld),
    )
    contracts = read_contracts(parts)
    if not contracts:
        raise _nobody(results)
    modifications = extension.all("efac:ContractModification")
    return Notice(
        notice_id=root.value("cbc:ID").casefold(),
        version=root.value("cbc:VersionID").zfill(2),
        procedure_id=root.value("cbc:ContractFolderID").casefold(),
        kind=kind,
        notice_type=root.value("cbc:NoticeTypeCode"),
        title=procedure.title,
        issued_on=day(root.value("cbc:IssueDate"), "", Findings()),
        buyers=tuple(buyers),
        contracts=_remarked(_modified(contracts, modifications), extension, outside),
        refers_to=_refers_to(*changes, *modifications),
        change_text=_change_text(modifications, language),
    )


def _refers_to(*nodes: Node) -> tuple[str, ...]:
    """The notices that this one changes (BT-758, BT-1501), each once."""
    return tuple(dict.fromkeys(text for one in nodes for text in one.values("efbc:ChangedNoticeIdentifier")))


def _judge(tag: str) -> None:
    """Refuse a document whose root is something else, before the rest of it is read."""
    namespace, name = split_tag(tag)
    if (namespace, name) == (_ROOT, "ContractAwardNotice"):
        return
    if name in _OTHER_ROOTS and (not namespace or "ubl" in namespace or "ted" in namespace.casefold()):
        raise FileProblem(_OTHER_ROOTS[name])
    if name == "ContractAwardNotice":
        raise FileProblem("notice.wrong_namespace")
    raise FileProblem("notice.html" if name.casefold() == "html" else "notice.not_eforms")


def _kind(root: Node, changes: Sequence[Node], missing: Sequence[str]) -> NoticeKind:
    """From BT-02; refuses what is no eForms notice, not whole, of another kind or called off."""
    customization = root.value("cbc:CustomizationID")
    if customization and "eforms" not in customization.casefold():
        raise FileProblem("notice.not_eforms")
    if missing:
        raise FileProblem("notice.invalid", {"missing": ", ".join(translate(PARTS[one]) for one in missing)})
    kind = _KINDS.get(root.value("cbc:NoticeTypeCode"))
    if kind is None:
        raise FileProblem("notice.not_award")
    if any(one.value("efac:ChangeReason/cbc:ReasonCode") == _CANCELLED for one in changes):
        raise FileProblem("notice.cancelled")
    return kind


def _missing(
    root: Node, buyers: Sequence[object], procedure: Lot, results: Results, *, has_result: bool
) -> tuple[str, ...]:
    """What the standard demands and the notice lacks, as keys of ``PARTS``."""
    given = {
        "customization": root.value("cbc:CustomizationID"),
        "notice_id": root.value("cbc:ID"),
        "version": root.value("cbc:VersionID"),
        "procedure_id": root.value("cbc:ContractFolderID"),
        "type": root.value("cbc:NoticeTypeCode"),
        "buyer": buyers,
        "title": procedure.title,
        "result": has_result,
        "lot": root.all("cac:ProcurementProjectLot")
        and all(one.value("cbc:ID") for one in root.all("cac:ProcurementProjectLot")),
        "ids": not results.unnamed(),
    }
    return tuple(name for name, there in given.items() if not there)


def _lots(root: Node, language: str) -> dict[str, list[Lot]]:
    """Lots and groups of lots by id."""
    found: dict[str, list[Lot]] = {}
    for node in root.all("cac:ProcurementProjectLot"):
        lot = read_lot(node, language)
        found.setdefault(lot.id, []).append(lot)
    return found


def _groups(root: Node) -> dict[str, tuple[str, ...]]:
    """The lots of each group (BT-330, BT-1375)."""
    return {
        group.value("cbc:LotsGroupID"): tuple(group.values("cac:ProcurementProjectLotReference/cbc:ID"))
        for group in root.all("cac:TenderingTerms/cac:LotDistribution/cac:LotsGroup")
    }


def _nobody(results: Results) -> FileProblem:
    """Why there is no contract in it."""
    if any(one.secret for one in results.outcomes):
        return FileProblem("notice.winner_withheld")
    reasons = {one.reason for one in results.outcomes}
    return FileProblem("notice.no_tenders" if reasons == {_NO_TENDERS} else "notice.no_winner")


def _modified(contracts: tuple[NoticeContract, ...], modifications: Sequence[Node]) -> tuple[NoticeContract, ...]:
    """Of a modification only the contracts that it modifies (BT-1501(c)); all where it names none of them."""
    named = {text for one in modifications for text in one.values("efbc:ModifiedContractIdentifier")}
    named |= {text for one in modifications for text in one.values("efac:Change/efbc:ChangedSectionIdentifier")}
    meant = tuple(one for one in contracts if one.source_id in named)
    return meant or contracts


def _remarked(contracts: tuple[NoticeContract, ...], extension: Node, outside: Findings) -> tuple[NoticeContract, ...]:
    """With what was found of the notice as a whole, and when what is kept back will be made public (BT-198)."""
    until = kept_back_until(extension)
    when = () if until is None else (RowError("notice.withheld_until", "withheld", "", {"day": until.isoformat()}),)
    return tuple(
        replace(one, remarks=(*one.remarks, *outside.remarks, *(when if one.withheld else ()))) for one in contracts
    )


def _change_text(modifications: Sequence[Node], language: str) -> str:
    """What changes (BT-202) and why (BT-201)."""
    paths = ("efac:Change/efbc:ChangeDescription", "efac:ChangeReason/efbc:ReasonDescription")
    texts = [plain(told(one, path, language), 1000) for one in modifications for path in paths]
    return "\n".join(dict.fromkeys(text for text in texts if text))
