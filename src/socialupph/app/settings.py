"""What this user has chosen on this computer: look, last register, the window. Never anything about people.

What is half typed may be about a person, and a saved filter may hold a name, so both are kept inside the register.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, Protocol, cast

_IN_REGISTER = ("draft.", "list.")
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


class RegisterStore(Protocol):
    """Keeps plain values inside the open register."""

    def load_view(self, key: str) -> Mapping[str, object]:
        """What was kept under ``key``; empty when nothing was."""
        ...

    def save_view(self, key: str, state: Mapping[str, object]) -> None:
        """Keep ``state``; an empty one is thrown away."""
        ...


class ViewStore:
    """The kit's ``ViewSettings``: drafts and lists go to the register, the rest to the user's own file."""

    def __init__(self, path: Path, chosen: UserSettings) -> None:
        self._path, self._chosen = path, chosen
        self._register: Callable[[], RegisterStore] | None = None

    def use(self, register: Callable[[], RegisterStore] | None) -> None:
        """Where the register is that keeps drafts and lists, asked when it is needed; None when none is open."""
        self._register = register

    def load(self, key: str) -> Mapping[str, object]:
        """What was kept under ``key``; empty when nothing was."""
        if not key.startswith(_IN_REGISTER):
            return self._chosen.views.get(key, {})
        return self._register().load_view(key) if self._register is not None else {}

    def save(self, key: str, state: Mapping[str, object]) -> None:
        """Keep ``state``."""
        if key.startswith(_IN_REGISTER):
            if self._register is not None:
                self._register().save_view(key, state)
            return
        self._chosen.views[key] = dict(state)
        save(self._path, self._chosen)
