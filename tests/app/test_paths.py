"""Files are found where they are, and the user's own folder is local."""

import sys
from pathlib import Path

import platformdirs
import pytest

from socialupph.app import paths


def test_a_resource_is_found_in_the_checkout():
    assert paths.resource("icons/add_20_regular.svg").read_text("utf-8").startswith("<svg")
    assert {path.name for path in paths.resource("fonts").glob("*.ttf")} == {
        "SourceSans3-Bold.ttf",
        "SourceSans3-It.ttf",
        "SourceSans3-Regular.ttf",
        "SourceSans3-Semibold.ttf",
    }


def test_a_resource_that_is_missing_is_an_error():
    with pytest.raises(FileNotFoundError):
        paths.resource("icons/none.svg")


def test_everything_of_the_user_is_in_one_folder(own_user_folder: Path):
    assert paths.user_folder() == own_user_folder
    assert paths.settings_file().parent == own_user_folder
    assert not paths.settings_file().exists()
    for folder in (paths.registers_folder(), paths.drafts_folder(), paths.logs_folder()):
        assert folder.is_dir()
        assert folder.parent == own_user_folder


def test_the_users_folder_is_local(monkeypatch, tmp_path):
    asked = {}

    def user_data_path(name, **options):
        asked.update(options, name=name)
        return tmp_path / "data"

    monkeypatch.delenv("SOCIALUPPH_HOME")
    monkeypatch.setattr(platformdirs, "user_data_path", user_data_path)
    assert paths.user_folder() == tmp_path / "data"
    assert asked == {"name": "SocialUpph", "appauthor": False, "roaming": False}
    assert (tmp_path / "data").is_dir()


@pytest.mark.skipif(sys.platform == "win32", reason="the variable is of other systems")
def test_elsewhere_the_usual_place_is_used(monkeypatch, tmp_path):
    monkeypatch.delenv("SOCIALUPPH_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert paths.user_folder() == tmp_path / "SocialUpph"
