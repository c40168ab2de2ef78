"""``read_grid``: any list a coordinator has, as sheets of rows of typed cells, or a ``FileProblem`` that says why not."""

from pathlib import Path

from socialupph.exchange.file_guard import FileKind, kind_of, read_bytes
from socialupph.exchange.sheets import Cell, Grid, Sheet
from socialupph.exchange.text_files import read_text
from socialupph.exchange.workbooks import read_workbook

__all__ = ["Cell", "Grid", "Sheet", "read_grid"]


def read_grid(path: Path) -> Grid:
    """The sheets of ``path``, decided by content and not by the name of the file."""
    data = read_bytes(path)
    if kind_of(data) is FileKind.TEXT:
        return read_text(data, path.stem)
    return read_workbook(data)
