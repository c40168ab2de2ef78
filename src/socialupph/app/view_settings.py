"""Where the window keeps how it looks: choices in the user's own file, drafts and lists inside the register.

What is half typed may be about a person, and a saved filter may hold a name, so neither ever leaves the register.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from socialupph.app import settings
from socialupph.services.registry import Services

_IN_REGISTER = ("draft.", "list.")


class RegisterViewSettings:
    """The ``ViewSettings`` of the kit over the user's settings and an open register."""

    def __init__(self, path: Path, chosen: settings.UserSettings) -> None:
        self._path, self._chosen = path, chosen
        self._services: Services | None = None

    def use(self, services: Services | None) -> None:
        """The register that keeps drafts and lists; None when none is open."""
        self._services = services

    def load(self, key: str) -> Mapping[str, object]:
        """What was kept under ``key``; empty when nothing was."""
        if not key.startswith(_IN_REGISTER):
            return self._chosen.views.get(key, {})
        if self._services is None or not self._services.drafts.exists(key):
            return {}
        return self._services.drafts.load(key).values

    def save(self, key: str, state: Mapping[str, object]) -> None:
        """Keep ``state``; an empty one in the register is thrown away."""
        if key.startswith(_IN_REGISTER):
            self._save_in_register(key, state)
            return
        kept: dict[str, Any] = dict(state)
        self._chosen.views[key] = kept
        settings.save(self._path, self._chosen)

    def _save_in_register(self, key: str, state: Mapping[str, object]) -> None:
        if self._services is None:
            return
        if state:
            self._services.drafts.save(key, 0, state)
        elif self._services.drafts.exists(key):
            self._services.drafts.discard(key)
