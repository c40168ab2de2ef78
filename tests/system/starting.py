"""Starting the whole program as its user does: a process of its own, in a real window."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WINDOWS = sys.platform == "win32"
_PATIENCE = 150  # s


def start(home: Path, *arguments: str, **variables: str) -> "subprocess.CompletedProcess[str]":
    """Run Python with ``arguments`` in a window, on a virtual screen where there is none; ``home`` is the user's folder."""
    home.mkdir(exist_ok=True)
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700, exist_ok=True)
    own = {"SOCIALUPPH_HOME": str(home), "XDG_RUNTIME_DIR": str(runtime), "PYTHONUTF8": "1"}
    known = {name: text for name, text in os.environ.items() if name != "QT_QPA_PLATFORM"}
    return subprocess.run(
        [*_screen(), sys.executable, *arguments],
        cwd=ROOT,
        env={**known, **own, **variables},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=_PATIENCE,
        check=False,
    )


def _screen() -> list[str]:
    if WINDOWS or os.environ.get("DISPLAY"):
        return []
    virtual = shutil.which("xvfb-run")
    if virtual is None:
        pytest.skip("xvfb saknas: python3 dev.py test installerar det, eller säger hur")
    return [virtual, "-a", "-s", "-screen 0 1600x1000x24"]
