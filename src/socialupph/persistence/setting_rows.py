"""The settings of the register out of their rows: one row a setting, each value as JSON."""

import json
from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from socialupph.domain.commands.settings import RegisterSettings
from socialupph.domain.kinds import RegisterKind


def settings_of(rows: Iterable[tuple[str, str]]) -> RegisterSettings:
    """What is stored, with the usual value for what is not. A setting of a later version is left alone."""
    known = {field.name for field in fields(RegisterSettings)}
    stored: dict[str, Any] = {key: json.loads(value) for key, value in rows if key in known}
    stored.setdefault("municipality", "")
    if "kind" in stored:
        stored["kind"] = RegisterKind(stored["kind"])
    if "information" in stored:
        stored["information"] = tuple((str(paper), str(line)) for paper, line in stored["information"])
    return RegisterSettings(**stored)


def read(connection: Any) -> RegisterSettings:
    """The settings as they stand, from a raw connection."""
    return settings_of(connection.execute("SELECT key, value FROM setting").fetchall())
