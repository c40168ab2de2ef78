"""The settings of the register: one row a setting, each value as JSON."""

import json
from dataclasses import fields
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from socialupph.domain.commands.settings import RegisterSettings
from socialupph.domain.kinds import RegisterKind
from socialupph.persistence.records import SettingRecord


def load(session: Session) -> RegisterSettings:
    """What is stored, with the usual value for what is not. A setting of a later version is left alone."""
    known = {field.name for field in fields(RegisterSettings)}
    stored: dict[str, Any] = {
        row.key: json.loads(row.value) for row in session.scalars(select(SettingRecord)) if row.key in known
    }
    stored.setdefault("municipality", "")
    if "kind" in stored:
        stored["kind"] = RegisterKind(stored["kind"])
    if "information" in stored:
        stored["information"] = tuple((str(paper), str(line)) for paper, line in stored["information"])
    return RegisterSettings(**stored)


def save(session: Session, settings: RegisterSettings) -> None:
    """Store what differs from what is stored."""
    rows = {row.key: row for row in session.scalars(select(SettingRecord))}
    for field in fields(RegisterSettings):
        value = json.dumps(getattr(settings, field.name), ensure_ascii=False)
        row = rows.get(field.name)
        if row is None:
            session.add(SettingRecord(key=field.name, value=value))
        elif row.value != value:
            row.value = value
