"""Libraries that tell too little of their types, in one place."""

from pathlib import Path
from typing import Any

import pypdfium2
import python_calamine
import xlsxwriter

_PLAIN = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_calamine: Any = python_calamine
_xlsxwriter: Any = xlsxwriter
_pdfium: Any = pypdfium2


def read_sheet(path: Path) -> list[list[Any]]:
    """The cells of the first sheet of a workbook."""
    return _calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


def new_book(path: Path) -> Any:
    """A workbook in constant memory, whose texts stay texts and whose days are written as days."""
    return _xlsxwriter.Workbook(path, {**_PLAIN, "default_date_format": "yyyy-mm-dd"})


def page_texts(path: Path) -> list[str]:
    """What is read on each page of a PDF."""
    document = _pdfium.PdfDocument(path)
    texts = [str(page.get_textpage().get_text_bounded()) for page in document]
    document.close()
    return texts
