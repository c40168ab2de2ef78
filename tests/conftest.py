"""What all tests share: nothing of the person who runs them is read or written, and Qt draws without a screen."""

import os
import sys
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

STATUS = pytest.StashKey[int]()


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Remember what the suite found, when every report is written."""
    session.config.stash[STATUS] = int(session.exitstatus)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """End with what the suite found.

    After some thousand tests in one process Python takes hundreds of Qt objects apart in an order of its own, which can end in
    a crash that says nothing of the program. How the program itself ends is tested where it runs alone, in tests/system.
    """
    if STATUS in config.stash:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(config.stash[STATUS])


@pytest.fixture(autouse=True)
def own_user_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, drafts and logs of each test go to a folder of its own."""
    folder = tmp_path_factory.mktemp("user")
    monkeypatch.setenv("SOCIALUPPH_HOME", str(folder))
    return folder
