"""The first morning's sheets in three shapes, written to a folder for a test: one workbook, loose files, and our own templates.

``SHAPES`` names them. All tell what ``tests.sheets.story.FirstMorning`` holds; what a shape cannot tell is written there.
"""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from tests.sheets.filled_templates import write_filled_templates
from tests.sheets.loose_files import write_loose_files
from tests.sheets.one_workbook import write_one_workbook
from tests.sheets.story import FirstMorning

__all__ = ["SHAPES", "FirstMorning", "write_filled_templates", "write_loose_files", "write_one_workbook"]

SHAPES: dict[str, Callable[[Path, dt.date], Path]] = {
    "one workbook": write_one_workbook,
    "loose files": write_loose_files,
    "templates": write_filled_templates,
}
"""How each shape is written: into a folder, for a day; what is given is the path to open, a workbook or the folder."""
