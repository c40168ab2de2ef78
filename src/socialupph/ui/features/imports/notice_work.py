"""The slow parts of taking in a notice, done on another thread: read the file, compare it with the register, write it."""

from dataclasses import dataclass
from pathlib import Path

from socialupph.domain.changes import Changes
from socialupph.domain.commands.notices import Notice
from socialupph.exchange.notices import read_notice
from socialupph.services.notices import Notices
from socialupph.specs.import_preview import LineState, counts
from socialupph.specs.notice_preview import NoticeLine, lines_of


@dataclass(frozen=True, slots=True)
class Loaded:
    """A notice as it was read and what would become of its contracts."""

    path: Path
    notice: Notice
    lines: tuple[NoticeLine, ...]

    @property
    def errors(self) -> int:
        """How many contracts cannot stand."""
        return counts(self.lines)[LineState.ERROR]

    @property
    def written(self) -> int:
        """How many contracts would be made or changed."""
        found = counts(self.lines)
        return found[LineState.NEW] + found[LineState.CHANGED]


@dataclass(frozen=True, slots=True)
class ReadNotice:
    """Reads a file and compares it with the register."""

    notices: Notices
    path: Path

    def __call__(self) -> Loaded:
        notice = read_notice(self.path)
        return Loaded(self.path, notice, lines_of(self.notices.preview(notice), notice))


@dataclass(frozen=True, slots=True)
class WriteNotice:
    """Writes the contracts as one operation."""

    notices: Notices
    loaded: Loaded
    skip_errors: bool

    def __call__(self) -> Changes:
        changes, _preview = self.notices.apply(
            self.loaded.notice, skip_errors=self.skip_errors, source_name=self.loaded.path.name
        )
        return changes
