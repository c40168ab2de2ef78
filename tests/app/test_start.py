"""What is read when: nothing slow before the window is painted, and of the areas only what the sidebar shows."""

import gc
import subprocess
import sys
from collections.abc import Iterator

import pytest

from socialupph.app import garbage

_LOADED = "print([name for name in sys.modules if {condition}])"


def _loaded(program: str, condition: str) -> str:
    text = f"import sys; {program}; {_LOADED.format(condition=condition)}"
    return subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=True).stdout.strip()


def test_the_program_is_read_without_its_pages_and_slow_libraries() -> None:
    slow = "name in ('sqlalchemy', 'alembic', 'reportlab', 'xlsxwriter', 'PySide6.QtNetwork', 'PySide6.QtPrintSupport')"
    assert _loaded("import socialupph.app.main", slow) == "[]"
    assert _loaded("import socialupph.app.main", "name.startswith('socialupph.ui.features.')") == "[]"


def test_an_area_is_known_before_its_pages_are_read() -> None:
    pages = "name.startswith('socialupph.ui.features.') and name.count('.') > 3 and not name.endswith('.area')"
    assert _loaded("import socialupph.app.container", pages) == "[]"
    assert _loaded("import socialupph.app.container", "name in ('sqlalchemy', 'reportlab', 'xlsxwriter')") == "[]"


@pytest.fixture
def collecting() -> Iterator[None]:
    yield
    gc.enable()


def test_nothing_is_collected_while_libraries_are_read(collecting: None) -> None:
    before = gc.get_freeze_count()
    garbage.let_go()  # nobody held it
    assert gc.get_freeze_count() == before
    garbage.hold()
    assert not gc.isenabled()
    garbage.let_go()
    assert gc.isenabled()
    assert gc.get_freeze_count() > before
