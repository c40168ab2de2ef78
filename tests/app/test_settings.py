"""The user's own choices survive, and a broken file never stops the program."""

from pathlib import Path

import pytest

from socialupph.app import settings


def test_choices_survive(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    chosen = settings.UserSettings(theme="dark", last_register="C:/r.sup", views={"window": {"area": "today"}})
    settings.save(path, chosen)
    assert settings.load(path) == chosen
    assert [file.name for file in tmp_path.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("content", ["", "{", "[]", '{"theme": 7}', '{"theme": "rosa", "okänd": 1}', "\x00"])
def test_a_broken_file_gives_the_usual_choices(tmp_path: Path, content: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(content, encoding="utf-8")
    assert settings.load(path) == settings.UserSettings()
