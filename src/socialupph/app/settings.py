"""What this user has chosen on this computer: look, last register, how lists are set up. Never anything about people."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, cast

THEMES = ("system", "light", "dark", "contrast")


@dataclass(slots=True)
class UserSettings:
    """``lists`` holds columns, widths and order by list name; ``window`` geometry and panes as base64."""

    theme: str = "system"
    last_register: str = ""
    window: str = ""
    panes: dict[str, list[int]] = field(default_factory=dict[str, list[int]])
    lists: dict[str, dict[str, Any]] = field(default_factory=dict[str, dict[str, Any]])
    menu_bar: bool = False


def load(path: Path) -> UserSettings:
    """The settings in ``path``; the usual ones when there are none or the file cannot be read as settings."""
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return UserSettings()
    return _known(cast("Mapping[str, Any]", raw)) if isinstance(raw, dict) else UserSettings()


def _known(raw: Mapping[str, Any]) -> UserSettings:
    settings = UserSettings()
    for entry in fields(UserSettings):
        value = raw.get(entry.name)
        if isinstance(value, type(getattr(settings, entry.name))):
            setattr(settings, entry.name, value)
    if settings.theme not in THEMES:
        settings.theme = THEMES[0]
    return settings


def save(path: Path, settings: UserSettings) -> None:
    """Write the settings whole, or leave the old ones."""
    unfinished = path.with_suffix(".ny")
    unfinished.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=2), encoding="utf-8")
    unfinished.replace(path)
