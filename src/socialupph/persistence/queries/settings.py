"""The settings of the register: one row a setting, each value as JSON."""

import json
from dataclasses import fields

from sqlalchemy import select
from sqlalchemy.orm import Session

from socialupph.domain.commands.settings import RegisterSettings
from socialupph.persistence.records import SettingRecord
from socialupph.persistence.setting_rows import settings_of


def load(session: Session) -> RegisterSettings:
    """What is stored, with the usual value for what is not. A setting of a later version is left alone."""
    return settings_of((row.key, row.value) for row in session.scalars(select(SettingRecord)))


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
