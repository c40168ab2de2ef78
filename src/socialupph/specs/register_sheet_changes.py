"""What a batch of own sheets would do, put into words row by row."""

import re
from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from socialupph.domain.commands.imports import RowError
from socialupph.domain.commands.register_sheets import SheetKind
from socialupph.domain.views.imports import PreviewRow, RowState
from socialupph.domain.views.register_sheets import BatchPreview
from socialupph.i18n import N_, _, formats, translate
from socialupph.specs.import_messages import preview_message, row_message
from socialupph.specs.register_sheet_row_messages import REGISTER_WARNINGS
from socialupph.specs.register_sheets import LIST_KINDS
from socialupph.specs.words import CONTACT_ROLE, SIZE_CLASS, SUPPLIER_KIND
from socialupph.specs.words_placements import (
    CANDIDATE_STATUS,
    FOLLOW_UP_KIND,
    FOLLOW_UP_STATUS,
    MEANS,
    REFERRER,
    SEX,
)
from socialupph.specs.words_training import SIGN_UP_MARK

_IN_BRACKETS = re.compile(r"\s*\([^)]*\)")
_MORE_TITLES: Mapping[str, str] = {
    "contact": N_("Ny kontakt"),
    "contact_role": N_("Kontaktens roll"),
    "contact_phone": N_("Kontaktens telefon"),
    "contact_email": N_("Kontaktens e-post"),
    "heads": N_("Antal"),
    "percent": N_("Omfattning"),
    "starts_on": N_("Start"),
    "planned_end_on": N_("Planerat slut"),
    "ended_on": N_("Slutade"),
    "answers": N_("Svar"),
    "steps": N_("Överenskommet"),
    "days": N_("Kursdag"),
    "attended": N_("Närvaro"),
    "attended_on": N_("Närvaro per dag"),
    "capacity": N_("Antal platser"),
    "supplier": N_("Leverantör"),
    "protected": N_("Skyddad"),
}
_SIGN_UP_STATUS: Mapping[StrEnum, str] = {status: mark.word for status, mark in SIGN_UP_MARK.items()}
_WORDS: Mapping[tuple[SheetKind, str], Mapping[StrEnum, str]] = {
    (SheetKind.SUPPLIERS, "kind"): SUPPLIER_KIND,
    (SheetKind.SUPPLIERS, "size_class"): SIZE_CLASS,
    (SheetKind.SUPPLIERS, "contact_role"): CONTACT_ROLE,
    (SheetKind.CANDIDATES, "sex"): SEX,
    (SheetKind.CANDIDATES, "referrer"): REFERRER,
    (SheetKind.CANDIDATES, "status"): CANDIDATE_STATUS,
    (SheetKind.FOLLOW_UPS, "kind"): FOLLOW_UP_KIND,
    (SheetKind.FOLLOW_UPS, "means"): MEANS,
    (SheetKind.FOLLOW_UPS, "status"): FOLLOW_UP_STATUS,
    (SheetKind.COURSES, "attended"): _SIGN_UP_STATUS,
}


def described(preview: BatchPreview) -> BatchPreview:
    """The same preview with what the user reads in every row."""
    sheets = tuple(
        replace(sheet, rows=tuple(replace(row, message=sheet_message(sheet.kind, row)) for row in sheet.rows))
        for sheet in preview.sheets
    )
    return replace(preview, sheets=sheets)


def sheet_message(kind: SheetKind, row: PreviewRow) -> str:
    """What happens to a row of a sheet, in words: what is wrong, which fields change, and what to look at."""
    if row.state is RowState.ERROR:
        return row_message(row.row, row.errors)
    if kind is SheetKind.CONTRACTS:
        return preview_message(row)
    if row.voided:
        return _("Makulerad i registret. Den lämnas som den är.")
    changes = "; ".join(_change(kind, key, old, new) for key, (old, new) in row.changes.items())
    warnings = [_warning(kind, warning) for warning in row.warnings]
    return " ".join(part for part in (f"{changes}." if changes else "", *warnings) if part)


def _change(kind: SheetKind, key: str, old: str, new: str) -> str:
    """*Telefon: 070-174 06 05 → 070-174 06 06*; of a protected person only that it changes."""
    title = field_title(kind, key)
    if not (old or new):
        return _("{field} ändras").format(field=title)
    return _("{field}: {old} → {new}").format(field=title, old=_value(kind, key, old), new=_value(kind, key, new))


def _warning(kind: SheetKind, warning: RowError) -> str:
    facts = {"value": "", **warning.facts, "field": field_title(kind, warning.field)}
    return translate(REGISTER_WARNINGS[warning.code]).format(**{**facts, "value": facts["value"] or formats.DASH})


def field_title(kind: SheetKind, key: str) -> str:
    """What a field of a sheet is called, without hints about columns."""
    if key in _MORE_TITLES:
        return translate(_MORE_TITLES[key])
    titles = {field.target: field.title for field in reversed(LIST_KINDS[kind].fields)}
    return _IN_BRACKETS.sub("", translate(titles[key])) if key in titles else key


def _value(kind: SheetKind, key: str, text: str) -> str:
    if not text:
        return formats.DASH
    words = {value.value: word for value, word in _WORDS.get((kind, key), {}).items()}
    return translate(words[text]) if text in words else text
