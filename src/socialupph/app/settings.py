"""What this user has chosen on this computer: look, last register, how lists are set up. Never anything about people."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, cast

THEMES = ("system", "light", "dark", "contrast")


@dataclass(slots=True)
class UserSettings:
    """``views`` is what the window keeps of its own look, such as its size, by name."""

    theme: str = "system"
    last_register: str = ""
    views: dict[str, dict[str, Any]] = field(default_factory=dict[str, dict[str, Any]])


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
