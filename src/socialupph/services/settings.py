"""The register's own settings."""

from dataclasses import replace
from typing import TYPE_CHECKING

from socialupph.domain.commands.settings import RegisterSettings
from socialupph.domain.errors import RuleViolation
from socialupph.domain.kinds import RegisterKind
from socialupph.persistence import setting_rows

if TYPE_CHECKING:
    from socialupph.domain.changes import Changes
    from socialupph.domain.views.papers import PaperMarker, PaperSetting
    from socialupph.services.context import Context


class Settings:
    """Reads and saves what the register knows about itself."""

    def __init__(self, context: "Context") -> None:
        self._context = context

    def load(self) -> RegisterSettings:
        """The settings as they stand; read without SQLAlchemy, since the start page needs them."""
        with self._context.database.raw() as connection:
            return setting_rows.read(connection)

    def save(self, settings: RegisterSettings) -> "Changes":
        """Save them. The kind of a register never changes. RuleViolation for a missing municipality or days out of range."""
        from socialupph.persistence.queries import settings as queries  # noqa: PLC0415 -- SQLAlchemy is read when one writes

        with self._context.database.write("settings.edit") as work:
            kept = queries.load(work.session)
            queries.save(work.session, replace(checked(settings), kind=kept.kind))
        return work.changes

    def marker(self) -> "PaperMarker":
        """What must be said of this register in the window and on every print."""
        return _marker(self.load().kind)

    def paper(self, code: str) -> "PaperSetting":
        """What a paper (``SU-01``) takes from the register: municipality, unit, the day, the marker and its own line."""
        from socialupph.domain.views.papers import PaperSetting  # noqa: PLC0415 -- read when a paper is made

        settings = self.load()
        return PaperSetting(
            municipality=settings.municipality,
            unit=settings.unit,
            printed_on=self._context.clock.today(),
            marker=_marker(settings.kind),
            accent=settings.accent,
            information=settings.information_of(code),
        )


def _marker(kind: RegisterKind) -> "PaperMarker":
    from socialupph.domain.views.papers import PaperMarker  # noqa: PLC0415 -- read when a paper is made

    return {RegisterKind.SAMPLE: PaperMarker.SAMPLE, RegisterKind.EXERCISE: PaperMarker.PRACTICE}[kind]


def checked(settings: RegisterSettings) -> RegisterSettings:
    """The settings, cleaned. RuleViolation ``field.missing`` or ``setting.out_of_range``."""
    from socialupph.services.base import required  # noqa: PLC0415 -- read when one writes

    for field, least, most in (
        ("ahead_days", 1, 90),
        ("soon_days", 0, 30),
        ("needs_erased_after_days", 0, 90),
        ("blank_lines", 0, 12),
        ("first_meeting_months", 1, 24),
        ("first_start_months", 1, 60),
    ):
        if not least <= getattr(settings, field) <= most:
            raise RuleViolation("setting.out_of_range", field, {"least": least, "most": most})
    return replace(settings, municipality=required(settings.municipality, "municipality"), unit=settings.unit.strip())
