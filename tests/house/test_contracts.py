"""Each import contract of pyproject.toml is shown to bite, on a small house with one wall broken."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house.tree import ROOT

ROOMS = ("app", "ui", "documents", "exchange", "specs", "services", "persistence", "domain", "i18n")
HOUSE = {
    **{f"{room}/__init__.py": "" for room in ROOMS},
    "__init__.py": "",
    "app/main.py": "import socialupph.ui.main_window\nimport PySide6.QtWidgets\n",
    "ui/main_window.py": "import socialupph.ui.features.contracts.page\n",
    "ui/features/__init__.py": "",
    "ui/features/contracts/__init__.py": "",
    "ui/features/contracts/page.py": "import socialupph.ui.kit.page\nimport socialupph.services.contracts\n",
    "ui/features/suppliers/__init__.py": "",
    "ui/features/suppliers/page.py": "import socialupph.ui.kit.page\n",
    "ui/kit/__init__.py": "",
    "ui/kit/page.py": "import PySide6.QtCore\n",
    "documents/contract.py": "import reportlab\n",
    "exchange/xlsx.py": "import xlsxwriter\n",
    "services/contracts.py": "import socialupph.persistence.database\n",
    "persistence/database.py": "import sqlalchemy\n",
    "domain/contracts.py": "",
    "domain/ledger.py": "import socialupph.domain.contracts\n",
}
BROKEN = [
    ("layers", "domain/contracts.py", "import socialupph.services.contracts"),
    ("layers", "documents/contract.py", "import socialupph.exchange.xlsx"),
    ("layers", "extras/__init__.py", ""),
    ("ui", "ui/kit/page.py", "import socialupph.ui.features.contracts.page"),
    ("ui", "ui/extras.py", ""),
    ("features", "ui/features/suppliers/page.py", "import socialupph.ui.features.contracts.page"),
    ("storage", "specs/contracts.py", "import socialupph.persistence.database"),
    ("storage", "ui/features/contracts/page.py", "from socialupph.persistence import database"),
    ("qt", "documents/contract.py", "from PySide6 import QtGui"),
    ("sql", "services/contracts.py", "from sqlalchemy import select"),
    ("paper", "ui/kit/page.py", "import reportlab.graphics"),
    ("files", "services/contracts.py", "import python_calamine"),
    ("cycles", "domain/contracts.py", "import socialupph.domain.ledger"),
]


def build(folder: Path, changes: dict[str, str]) -> Path:
    for name, text in {**HOUSE, **changes}.items():
        path = folder / "socialupph" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def lint(folder: Path, *contracts: str) -> tuple[int, str]:
    """The exit code and the words of lint-imports on the house in ``folder``, with the project's own contracts."""
    program = "import sys; from importlinter.cli import lint_imports_command as main; main()"
    chosen = [word for contract in contracts for word in ("--contract", contract)]
    command = [sys.executable, "-c", program, "--config", str(ROOT / "pyproject.toml"), "--no-cache", *chosen]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=120)
    return done.returncode, done.stdout + done.stderr


def test_a_sound_house_keeps_them_all(tmp_path):
    code, words = lint(build(tmp_path, {}))
    assert (code, f"{len(contracts())} kept, 0 broken" in words) == (0, True), words


@pytest.mark.parametrize(("contract", "where", "line"), BROKEN)
def test_a_contract_bites(tmp_path, contract, where, line):
    code, words = lint(build(tmp_path, {where: f"{HOUSE.get(where, '')}{line}\n"}), contract)
    assert (code, "0 kept, 1 broken" in words) == (1, True), words


def contracts() -> list[dict[str, object]]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]


def test_every_contract_is_broken_here_once_and_has_no_exceptions():
    assert {contract["id"] for contract in contracts()} == {contract for contract, _where, _line in BROKEN}
    assert [contract["id"] for contract in contracts() if "ignore_imports" in contract] == []
    assert len(contracts()) == 9
