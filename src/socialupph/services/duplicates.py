"""Finding records that may be the same, putting two side by side, and making one of them."""

from collections.abc import Mapping
from typing import Any

from socialupph.domain.changes import Changes, Entity
from socialupph.domain.commands.duplicates import MergeRecords
from socialupph.domain.errors import NotFound, RuleViolation, StaleRecord
from socialupph.domain.kinds import AuditKind, SupplierKind
from socialupph.domain.merging import merge_fields
from socialupph.domain.privacy import PersonFacts, check_alias
from socialupph.domain.values import OrgNumber
from socialupph.domain.views.duplicates import ComparedSide, Comparison, SuspectPair
from socialupph.i18n import _
from socialupph.persistence.bulk import Row, stored
from socialupph.persistence.merging import merge_rows
from socialupph.persistence.queries import duplicates as queries
from socialupph.persistence.queries.merged import RECORDS, standing_id
from socialupph.persistence.records import DistinctPairRecord
from socialupph.services.base import Context

KINDS = tuple(RECORDS)
"""The registers whose records can be merged, in the order they are shown."""


class Duplicates:
    """Commands and queries about suppliers, contacts and candidates that were registered twice."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._known: dict[tuple[Entity, int | None], tuple[int, tuple[SuspectPair, ...]]] = {}

    def suspects(self, entity: Entity, *, supplier_id: int | None = None) -> tuple[SuspectPair, ...]:
        """Pairs that may be one record, the likeliest first, without those that were said to be two.

        With ``supplier_id`` the contacts of an opened supplier, named as its page names them. Else pairs as a list may show them:
        candidates by code, and no contacts where one is protected. Asked again while nothing was written, it costs nothing.
        """
        key = (entity, supplier_id)
        with self._context.database.read() as session:
            last = queries.last_operation(session)
            known = self._known.get(key)
            if known is not None and known[0] == last:
                return known[1]
            found = queries.suspicions(session, entity, supplier_id)
            told = tuple(queries.pairs(session, entity, found, opened=supplier_id is not None))
        self._known[key] = last, told
        return told

    def compare(self, entity: Entity, kept_id: int, merged_id: int) -> Comparison:
        """Two records side by side, as if both were opened; for protected candidates that is logged.

        Raises RuleViolation ``duplicate.same``, ``duplicate.gone`` when one of them is void, gone or merged already, and
        ``duplicate.other_supplier`` for contacts of different suppliers.
        """
        with self._context.database.read() as session:
            kept, merged = queries.sides(session, entity, kept_id, merged_id)
            rows = [queries.row(session, entity, number) for number in (kept_id, merged_id)]
            found = Comparison(
                entity,
                kept,
                merged,
                merge_fields(entity, rows[0], rows[1], {}).fields,
                tuple(queries.hanging(session, entity, kept_id, merged_id)),
                tuple(queries.warnings(session, entity, kept_id, merged_id)),
            )
        self._log_opened(kept, merged)
        return found

    def _log_opened(self, *sides: ComparedSide) -> None:
        codes = [one.code for one in sides if one.protected and one.code]
        if codes:
            with self._context.database.write("candidate.compare", " ".join(codes)) as work:
                for code in codes:
                    work.log(AuditKind.VIEWED_PROTECTED, code)

    def not_the_same(self, entity: Entity, first_id: int, second_id: int) -> Changes:
        """Say that two records are two: the pair is not shown again. Undo takes it back."""
        with self._context.database.write(f"{entity}.distinct") as work:
            now = [standing_id(work.session, entity, number) for number in (first_id, second_id)]
            first, second = sorted(now)
            if first == second:
                raise RuleViolation("duplicate.same")
            rows = stored(work, RECORDS[entity], (first, second))
            if len(rows) < 2:
                raise NotFound("record.gone")
            if (first, second) not in queries.apart(work.session, entity):
                work.session.add(DistinctPairRecord(about=entity, first_id=first, second_id=second))
            work.subject = " ".join(_named(entity, rows[number]) for number in (first, second))
        return work.changes

    def merge(self, command: MergeRecords) -> Changes:
        """Make one record of two: all that hangs on the merged one goes over, and it stays readable with a link to the other.

        Raises what ``compare`` raises, StaleRecord when either was saved since it was read, and RuleViolation ``person.alias_…``
        when what a protected person would be called does not do. One operation, so that undo takes all of it back.
        """
        entity = command.entity
        with self._context.database.write(f"{entity}.merge") as work:
            queries.sides(work.session, entity, command.kept_id, command.merged_id)
            rows = stored(work, RECORDS[entity], (command.kept_id, command.merged_id))
            kept, merged = rows[command.kept_id], rows[command.merged_id]
            if (kept["version"], merged["version"]) != (command.kept_version, command.merged_version):
                raise StaleRecord
            becomes = dict(merge_fields(entity, kept, merged, command.choices).values)
            _check(entity, kept, becomes)
            merge_rows(work, RECORDS[entity], kept, merged, becomes, self._gone(entity, kept, merged, becomes))
            work.subject = _named(entity, kept)
            work.log(AuditKind.MERGED, work.subject, _named(entity, merged))
        return work.changes

    def _gone(self, entity: Entity, kept: Row, merged: Row, becomes: Mapping[str, Any]) -> dict[str, Any]:
        """What the merged record's own columns become: void with a reason, and as protected as the one it went up in."""
        gone: dict[str, Any] = {}
        if entity is Entity.CONTACT:
            gone["active"] = False  # no list of those one can choose has to know of mergers
        else:
            name = kept["code"] if entity is Entity.CANDIDATE else becomes["name"]
            gone["voided_on"] = self._context.clock.today()
            gone["void_reason"] = _("Dubblett, sammanslagen med {name}").format(name=name)
        if becomes.get("protected") and not merged["protected"]:
            gone["protected"] = True
            gone["alias"] = merged["alias"] or becomes["alias"]
        return gone


def _named(entity: Entity, row: Mapping[str, Any]) -> str:
    """What history and log call a record: never a name."""
    return str(row["code"]) if entity is Entity.CANDIDATE else f"{entity} {row['id']}"


def _check(entity: Entity, kept: Mapping[str, Any], becomes: dict[str, Any]) -> None:
    """The rules that saving the kept record would have asked."""
    if entity is Entity.SUPPLIER:
        if _is_personal(becomes["org_number"], becomes["country"]):
            becomes["kind"] = SupplierKind.SOLE_TRADER
        return
    if entity is Entity.CONTACT and becomes["protected"] and not (becomes["alias"] or "").strip():
        raise RuleViolation("person.alias_missing", "alias")
    check_alias(
        PersonFacts(
            code=kept.get("code") or "",
            alias=becomes["alias"] or "",
            name=becomes["name"] or "",
            protected=becomes["protected"],
        )
    )


def _is_personal(org_number: str | None, country: str) -> bool:
    """Whether a number is a person's; one that was never checked says nothing."""
    try:
        return bool(org_number) and OrgNumber.parse(org_number or "", country).is_personal
    except RuleViolation:
        return False
