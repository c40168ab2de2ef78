"""What taking in a list of codes would do, worked out row by row against the register; nothing is written here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from socialupph.domain.commands.code_lists import CodeRow
from socialupph.domain.commands.imports import LeftOut
from socialupph.domain.cpv import DIVISIONS
from socialupph.domain.kinds import CodeList
from socialupph.domain.views.code_lists import CodeListPreview, CodePreviewRow, CodeState
from socialupph.persistence.queries.code_lists import BETWEEN

_MAY_MISS = 10
"""A list of occupations that lacks at most one in so many of the open ones is taken for the whole list."""


@dataclass(slots=True)
class CodePlan:
    """What becomes of a list: its preview rows, and what is to be written. ``changes`` are new values by code."""

    which: CodeList
    rows: list[CodePreviewRow] = field(default_factory=list[CodePreviewRow])
    new: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    changes: dict[str, dict[str, Any]] = field(default_factory=dict[str, dict[str, Any]])
    whole: bool = True
    missing: int = 0

    def preview(self, left_out: Sequence[LeftOut], *, applied: bool) -> CodeListPreview:
        """As it is shown."""
        return CodeListPreview(self.which, tuple(self.rows), tuple(left_out), self.whole, self.missing, applied)


def holds_whole_list(which: CodeList, codes: set[str]) -> bool:
    """Whether these codes can be the whole list: of CPV that every division is there, of occupations that there are any."""
    if which is CodeList.CPV:
        return {code[:2] for code in codes if code.endswith("000000")} >= DIVISIONS
    return bool(codes)


def plan(
    which: CodeList, rows: Sequence[CodeRow], present: Mapping[str, Mapping[str, Any]], whole: bool | None
) -> CodePlan:
    """What becomes of every row, in the order of the file, and of the codes that a whole list lacks.

    ``present`` are the rows of the register by code. ``whole`` None judges by what is there.
    """
    made = CodePlan(which)
    for row in rows:
        made.rows.append(_planned(row, present.get(row.code), made))
    told = {row.code for row in rows}
    missing = sorted(code for code, known in present.items() if not known["closed"] and code not in told)
    made.missing = len(missing)
    made.whole = _looks_whole(which, told, present, len(missing)) if whole is None else whole
    if made.whole:
        for code in missing:
            known = present[code]
            made.changes[code] = {"closed": True}
            made.rows.append(CodePreviewRow(0, CodeState.CLOSED, code, known["label"], known["label_en"]))
    return made


def _looks_whole(which: CodeList, told: set[str], present: Mapping[str, Mapping[str, Any]], missing: int) -> bool:
    if which is CodeList.CPV:
        return holds_whole_list(which, told)
    return missing * _MAY_MISS <= sum(not known["closed"] for known in present.values())


def _planned(row: CodeRow, known: Mapping[str, Any] | None, made: CodePlan) -> CodePreviewRow:
    if row.errors:
        return CodePreviewRow(row.row, CodeState.ERROR, row.code, row.label, row.label_en, errors=row.errors)
    if row.same_as is not None:
        return CodePreviewRow(row.row, CodeState.UNCHANGED, row.code, row.label, row.label_en, same_as=row.same_as)
    groups = BETWEEN.join(row.groups)
    if known is None:
        names = {"label": row.label or row.label_en, "label_en": row.label_en}
        made.new.append({"list": made.which, "code": row.code, "groups": groups, **names})
        return CodePreviewRow(row.row, CodeState.NEW, row.code, names["label"], row.label_en, remarks=row.remarks)
    said = {"label": row.label, "label_en": row.label_en, "groups": groups}
    values: dict[str, Any] = {name: text for name, text in said.items() if text and text != known[name]}
    changes = {name: (str(known[name]), str(text)) for name, text in values.items()}
    if known["closed"]:
        values["closed"] = False
        changes["closed"] = ("closed", "")
    if values:
        made.changes[row.code] = values
    merged = {**known, **values}
    state = CodeState.CHANGED if values else CodeState.UNCHANGED
    names = merged["label"], merged["label_en"]
    return CodePreviewRow(row.row, state, row.code, *names, changes=changes, remarks=row.remarks)
