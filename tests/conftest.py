"""What all tests share: nothing of the person who runs them is read or written, and Qt draws without a screen."""

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def own_user_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, drafts and logs of each test go to a folder of its own."""
    folder = tmp_path_factory.mktemp("user")
    monkeypatch.setenv("SOCIALUPPH_HOME", str(folder))
    return folder
