"""The long lists of codes: what is proposed, what a code is called, and the whole list taken in from a file."""

from collections.abc import Mapping, Sequence
from typing import Any

from socialupph.domain.changes import Changes
from socialupph.domain.commands.code_lists import CodeRow
from socialupph.domain.commands.imports import LeftOut
from socialupph.domain.cpv import CpvCode, parse_codes, parse_cpv
from socialupph.domain.cpv_selection import SELECTION
from socialupph.domain.errors import RuleViolation
from socialupph.domain.kinds import AuditKind, CodeList
from socialupph.domain.values import clean_line
from socialupph.domain.views.code_lists import CodeItem, CodeListInUse, CodeListPreview, CodeState
from socialupph.persistence.bulk import RowChange, insert_many, update_many
from socialupph.persistence.queries import code_lists as queries
from socialupph.persistence.records import CodeListItemRecord
from socialupph.services.base import Context
from socialupph.services.code_list_plan import holds_whole_list, plan
from socialupph.services.code_search import Haystack

SHIPPED: Mapping[CodeList, Sequence[CodeItem]] = {
    CodeList.CPV: tuple(CodeItem(*entry) for entry in sorted(SELECTION)),
    CodeList.OCCUPATION: (),
}


def kind_of(which: CodeList) -> str:
    """What the operation that takes in a list is called."""
    return f"code_list.{which}"


class _Lists:
    """A list as it was when it was read: in use, searched, and every name there is of a code."""

    def __init__(self, which: CodeList, stored: Sequence[CodeItem], source: tuple[str, Any] | None) -> None:
        self.operation = 0
        opened = [item for item in stored if not item.closed]
        whole = holds_whole_list(which, {item.code for item in opened})
        known = {item.code for item in stored}
        shipped = [] if whole else [item for item in SHIPPED[which] if item.code not in known]
        proposed = sorted([*opened, *shipped], key=lambda item: item.code) if shipped else opened
        self.haystack = Haystack(proposed)
        self.items = proposed
        self.labels = {item.code: item for item in (*SHIPPED[which], *stored)}
        name, moment = source or ("", None)
        self.in_use = CodeListInUse(
            which, whole, len(shipped), len(opened), len(stored) - len(opened), name if stored else "",
            moment if stored else None,
        )  # fmt: skip


class CodeLists:
    """CPV and occupations. What records say of a code is never changed here; a code they bear stays readable for ever."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._read: dict[CodeList, _Lists] = {}

    # ---- what there is

    def in_use(self, which: CodeList) -> CodeListInUse:
        """What is proposed now, and where it comes from."""
        return self._current(which).in_use

    def find(self, which: CodeList, text: str, limit: int) -> tuple[CodeItem, ...]:
        """Codes that answer to ``text`` in code or name, Swedish or English, words in any order, best first."""
        return tuple(self._current(which).haystack.find(text, limit))

    def items(self, which: CodeList) -> tuple[CodeItem, ...]:
        """All codes that are proposed, in the order of the codes."""
        return tuple(self._current(which).items)

    def label(self, which: CodeList, code: str) -> str:
        """The name of a code, also one that is closed or was shipped; empty when nobody knows it."""
        found = self._current(which).labels.get(code)
        return found.label if found else ""

    def shown(self, which: CodeList, value: str) -> str:
        """What a record says, as a field shows it: a CPV code with its name, an occupation as it is."""
        code = parse_cpv(value) if which is CodeList.CPV else None
        if code is None or code.name:
            return value
        return " ".join(part for part in (value, self.label(which, code.code)) if part)

    def is_known(self, which: CodeList, value: str) -> bool:
        """Whether every code of a record's value, or the occupation it names, is one that is proposed."""
        haystack = self._current(which).haystack
        if which is CodeList.OCCUPATION:
            return haystack.with_name(value) is not None
        codes = parse_codes(value)
        return bool(codes) and all(haystack.with_code(one.code) is not None for one in codes)

    def meant(self, which: CodeList, text: str) -> str:
        """What a record is to say when ``text`` was typed or picked: a name becomes its CPV code, an occupation its name in the list.

        Codes that no list has are taken, since the selection is short. RuleViolation ``code_list.no_cpv`` for what is no code and
        no name of one, ``code_list.check_digit`` for a digit that cannot be right.
        """
        typed = clean_line(text)
        haystack = self._current(which).haystack
        named = haystack.with_name(typed)
        if which is CodeList.OCCUPATION:
            return named.label if named else typed
        if named is not None:
            return named.code
        one = parse_cpv(typed)
        codes = parse_codes(typed) or ((one,) if one is not None and self._is_named(one) else ())
        if not codes:
            raise RuleViolation("code_list.no_cpv", "cpv")
        wrong = next((code for code in codes if code.is_surely_wrong), None)
        if wrong is not None:
            facts = {"code": wrong.code, "digit": wrong.digit}
            raise RuleViolation("code_list.check_digit", "cpv", facts)
        return " ".join(dict.fromkeys(code.code for code in codes))

    def _is_named(self, code: CpvCode) -> bool:
        """Whether a code was written with the beginning of its own name after it."""
        known = self._current(CodeList.CPV).labels.get(code.code)
        written = code.name.casefold()
        return known is None or any(name.casefold().startswith(written) for name in (known.label, known.label_en))

    # ---- taking in a list

    def preview(
        self, which: CodeList, rows: Sequence[CodeRow], left_out: Sequence[LeftOut] = (), *, whole: bool | None = None
    ) -> CodeListPreview:
        """What would become of every row. Nothing is written.

        ``whole`` says whether codes that the file lacks are to be closed; None judges by what is in the file.
        """
        with self._context.database.read() as session:
            present = queries.whole_rows(session, which)
        return plan(which, rows, present, whole).preview(left_out, applied=False)

    def apply(
        self,
        which: CodeList,
        rows: Sequence[CodeRow],
        *,
        skip_errors: bool = False,
        whole: bool | None = None,
        left_out: Sequence[LeftOut] = (),
        source_name: str = "",
    ) -> tuple[Changes, CodeListPreview]:
        """Write the list as one operation, compared anew with the register as it is now.

        Codes that a whole list lacks are closed, never removed. Raises RuleViolation ``import.has_errors`` (facts ``errors``) and
        writes nothing when some row cannot stand, unless ``skip_errors`` leaves those rows out.
        """
        with self._context.database.write(kind_of(which), source_name) as work:
            present = queries.whole_rows(work.session, which)
            made = plan(which, rows, present, whole)
            errors = sum(row.state is CodeState.ERROR for row in made.rows)
            if errors and not skip_errors:
                raise RuleViolation("import.has_errors", None, {"errors": errors})
            if made.new or made.changes:
                insert_many(work, CodeListItemRecord, made.new)
                changes = [RowChange(present[code], values) for code, values in made.changes.items()]
                update_many(work, CodeListItemRecord, changes)
                detail = f"{kind_of(which)}: {len(made.new) + len(made.changes)}"
                work.log(AuditKind.IMPORTED, source_name, detail)
        return work.changes, made.preview(left_out, applied=True)

    # ---- what is kept in memory

    def _current(self, which: CodeList) -> _Lists:
        """The list as the register has it now: read again only after an operation that wrote to one of the lists."""
        kept = self._read.get(which)
        with self._context.database.read() as session:
            newest = queries.newest_operation(session)
            if kept is not None and (kept.operation == newest or not queries.touched_since(session, kept.operation)):
                kept.operation = newest
                return kept
            stored = queries.items(session, which)
            made = _Lists(which, stored, queries.last_read(session, kind_of(which)))
        made.operation = newest
        self._read[which] = made
        return made
