"""What the user reads about the rows of a list: which cannot stand, what was left out and what was guessed.

Why a whole file cannot be read stands in ``specs/messages/files.py``. A row's message says where it is (row and column), what is
wrong and what to do. ``{value}`` is what stands in the cell.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from socialupph.domain.commands.imports import LeftOut, LeftOutReason, RowError
from socialupph.domain.kinds import ContractKind, ContractNature
from socialupph.domain.views.imports import ImportPreview, PreviewRow, RowState
from socialupph.i18n import N_, _, formats, translate
from socialupph.specs.imports import CONTRACT_LIST, ListKind
from socialupph.specs.register_sheet_row_messages import REGISTER_ROW_MESSAGES
from socialupph.specs.sheet_row_messages import SHEET_NOTE_MESSAGES, SHEET_ROW_MESSAGES
from socialupph.specs.words_contracts import CONTRACT_KIND, CONTRACT_NATURE

ROW_MESSAGES: Mapping[str, str] = {
    **SHEET_ROW_MESSAGES,
    **REGISTER_ROW_MESSAGES,
    "import.no_supplier": N_("Rad {row}: leverantör saknas. Skriv leverantörens namn i kolumnen {column}."),
    "import.org_check_digit": N_(
        "Rad {row}, kolumn {column}: organisationsnumret kan inte stämma, kontrollsiffran är fel. Rätta numret eller lämna rutan tom."
    ),
    "import.org_placeholder": N_(
        "Rad {row}, kolumn {column}: organisationsnumret kan inte stämma. Det är bara nollor före kontrollsiffran, så det är ett "
        "utfyllnadsnummer. Skriv det riktiga numret eller lämna rutan tom."
    ),
    "import.org_shape": N_(
        "Rad {row}, kolumn {column}: organisationsnumret ska ha tio siffror. Rätta numret eller lämna rutan tom."
    ),
    "import.end_before_start": N_(
        "Rad {row}, kolumn {column}: slutdatum {end} ligger före startdatum {start}. Rätta det som är fel."
    ),
    "import.amount_words": N_(
        "Rad {row}, kolumn {column}: beloppet är skrivet i ord ({value}). Skriv det i siffror, till exempel 3 000 000."
    ),
    "import.amount": N_(
        "Rad {row}, kolumn {column}: {value} är inget belopp. Skriv det i siffror, till exempel 3 000 000."
    ),
    "import.amount_negative": N_(
        "Rad {row}, kolumn {column}: beloppet {value} är mindre än noll. Rätta det eller lämna rutan tom."
    ),
    "import.amount_too_large": N_(
        "Rad {row}, kolumn {column}: beloppet {value} är orimligt stort. Rätta det eller lämna rutan tom."
    ),
    "import.date_words": N_(
        "Rad {row}, kolumn {column}: datumet är skrivet i ord ({value}). Skriv hela datumet, till exempel 2025-03-01."
    ),
    "import.date_nonexistent": N_(
        "Rad {row}, kolumn {column}: datumet {value} finns inte. Rätta det, till exempel 2025-03-01."
    ),
    "import.date": N_(
        "Rad {row}, kolumn {column}: {value} är inget datum. Skriv det som 2025-03-01 eller lämna rutan tom."
    ),
    "import.date_far": N_(
        "Rad {row}, kolumn {column}: datumet {value} ligger orimligt långt bort. Rätta det eller lämna rutan tom."
    ),
    "import.excel_error": N_(
        "Rad {row}, kolumn {column}: Excel visar ett fel ({value}). Rätta formeln eller skriv värdet."
    ),
    "import.too_long": N_("Rad {row}, kolumn {column}: texten är längre än {limit} tecken. Korta den."),
    "import.number_twice": N_(
        "Rad {row}, kolumn {column}: numret {value} står redan på rad {first}. Den första raden gäller; numrera om eller ta bort den här."
    ),
    "import.diary_twice": N_(
        "Rad {row}, kolumn {column}: diarienumret {value} står redan på rad {first} med samma leverantör. Den första raden gäller; "
        "ge avtalen egna nummer eller ta bort den här."
    ),
    "import.row_twice": N_("Rad {row}: raden är likadan som rad {first}. Den första raden gäller; ta bort den här."),
    "import.code_missing": N_("Rad {row}: koden saknas. Skriv den i kolumnen {column}, eller ta bort raden."),
    "import.name_missing": N_("Rad {row}: {value} saknar namn. Skriv namnet i kolumnen {column}."),
    "import.code_twice": N_(
        "Rad {row}: koden {value} står redan på rad {first} med ett annat namn. Den första raden gäller; ta bort den som är fel."
    ),
    "import.cpv_shape": N_(
        "Rad {row}, kolumn {column}: {value} är ingen CPV-kod. En CPV-kod har åtta siffror, till exempel 45000000."
    ),
    "import.cpv_division": N_(
        "Rad {row}, kolumn {column}: {value} är ingen CPV-kod. Det finns ingen huvudgrupp som börjar på {first}."
    ),
    "import.cpv_digit": N_(
        "Rad {row}, kolumn {column}: kontrollsiffran i {value} kan inte stämma, den ska vara {first}. Jämför koden med källan, eller "
        "skriv den utan kontrollsiffra."
    ),
    "import.cpv_digits_differ": N_(
        "Rad {row}, kolumn {column}: {value} står med en annan kontrollsiffra på rad {first}. Jämför med källan och ta bort den som är fel."
    ),
    "import.cpv_digit_odd": N_(
        "Rad {row}, kolumn {column}: kontrollsiffran i {value} följer inte regeln, som ger {first}. Några koder i EU:s egen lista är "
        "sådana, så raden tas in."
    ),
    "import.concept_shape": N_(
        "Rad {row}, kolumn {column}: {value} är inget id ur Arbetsförmedlingens taxonomi. Ett sådant ser ut som Ab1c_2De_f3G."
    ),
}

LEFT_OUT_MESSAGES: Mapping[LeftOutReason, str] = {
    LeftOutReason.SUM: N_("Rad {row} lämnas utanför, den är en summarad: {text}"),
    LeftOutReason.FOOTER: N_("Rad {row} lämnas utanför, den är ingen rad i listan: {text}"),
    LeftOutReason.REPEATED_HEADER: N_("Rad {row} lämnas utanför, den upprepar rubrikerna: {text}"),
    LeftOutReason.ANSWER: N_("Rad {row} lämnas utanför, som du svarade: {text}"),
}

NOTE_MESSAGES: Mapping[str, str] = {
    **SHEET_NOTE_MESSAGES,
    "note.header_row": N_("Rubrikerna står på rad {row}."),
    "note.no_header": N_("Listan saknar rubriker. Kolumnerna är gissade efter innehållet."),
    "note.merged": N_("Listan har sammanfogade celler. Värdet i den första cellen gäller för alla sammanfogade rader."),
    "note.day_first": N_("Datum i kolumnen {column} är lästa som dag/månad/år."),
    "note.month_first": N_("Datum i kolumnen {column} är lästa som månad/dag/år."),
    "note.day_first_guessed": N_(
        "Datum i kolumnen {column} kan läsas på två sätt. De är lästa som dag/månad/år; kontrollera några."
    ),
    "note.thousands": N_("Belopp i kolumnen {column} är lästa som tusental kronor."),
    "note.millions": N_("Belopp i kolumnen {column} är lästa som miljoner kronor."),
    "note.other_sheets": N_("Filen har flera blad. Det här är bladet {sheet}."),
    "note.until_further_notice": N_("Rad {row}: avtalet gäller tills vidare och blir ett utkast utan slutdatum."),
}


_NO_FACTS: Mapping[str, str] = dict.fromkeys(("value", "first", "limit", "start", "end", "sheet"), "")


def row_message(row: int, errors: Sequence[RowError]) -> str:
    """One plain message for a row that cannot stand; all that is wrong with it, one sentence after the other."""
    texts: list[str] = []
    for error in errors:
        text = translate(ROW_MESSAGES[error.code])
        if not error.column:  # what the register finds wrong has no column
            text = re.sub(r", \w+ \{column\}", "", text)
        text = text.format(row=row, **{**_NO_FACTS, "column": error.column, **error.facts})
        if texts:  # the row is already said
            text = re.sub(r"^\w+ \d+[:,] ", "", text)
            text = text[:1].upper() + text[1:]
        texts.append(text)
    return " ".join(texts)


_WORDS: Mapping[str, Mapping[str, str]] = {
    "kind": {kind.value: CONTRACT_KIND[kind] for kind in ContractKind},
    "nature": {nature.value: CONTRACT_NATURE[nature] for nature in ContractNature},
}

STATE_WORDS: Mapping[RowState, str] = {
    RowState.NEW: N_("Ny"),
    RowState.CHANGED: N_("Ändras"),
    RowState.UNCHANGED: N_("Oförändrad"),
    RowState.ERROR: N_("Fel"),
}


def described(preview: ImportPreview, kind: ListKind = CONTRACT_LIST) -> ImportPreview:
    """The same preview with what the user reads in every row."""
    return replace(preview, rows=tuple(replace(row, message=preview_message(row, kind)) for row in preview.rows))


def preview_message(row: PreviewRow, kind: ListKind = CONTRACT_LIST) -> str:
    """What happens to a row, in words: what is wrong, which fields change, or that it becomes a draft."""
    if row.state is RowState.ERROR:
        return row_message(row.row, row.errors)
    parts = [
        _("{field}: {old} → {new}").format(field=_title(kind, key), old=_value(key, old), new=_value(key, new))
        for key, (old, new) in row.changes.items()
    ]
    if row.draft and row.state is not RowState.UNCHANGED:
        parts.append(_("Blir ett utkast: nummer, start eller slut saknas."))
    return "; ".join(parts)


def preview_line(row: PreviewRow, kind: ListKind = CONTRACT_LIST) -> str:
    """A row of the preview as one line for the terminal."""
    if row.state is RowState.ERROR:
        return preview_message(row, kind)
    said = " ".join(part for part in (row.code, row.title) if part)
    line = _("Rad {row}: {state} – {what}").format(
        row=row.row, state=translate(STATE_WORDS[row.state]).lower(), what=said
    )
    message = preview_message(row, kind)
    return f"{line} ({message})" if message else line


def _value(key: str, text: str) -> str:
    """A value before or after, as it is read; a dash for nothing."""
    if not text:
        return formats.DASH
    if key in _WORDS:
        return translate(_WORDS[key][text])
    return formats.plain(Decimal(text)) if key == "value" else text


def _title(kind: ListKind, key: str) -> str:
    titles = {field.target: field.title for field in reversed(kind.fields)}
    return translate(titles[key]) if key in titles else key


def left_out_message(left_out: LeftOut) -> str:
    """What is said of a row that was left out."""
    return translate(LEFT_OUT_MESSAGES[left_out.reason]).format(row=left_out.row, text=left_out.text)


def note_message(code: str, facts: Mapping[str, str]) -> str:
    """Something that was guessed about the list as a whole."""
    return translate(NOTE_MESSAGES[code]).format(**facts)
