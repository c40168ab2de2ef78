"""The slow parts of taking in a list of codes, done on another thread: read the file, compare it with the register, write it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from socialupph.domain.changes import Changes
from socialupph.domain.kinds import CodeList
from socialupph.domain.views.code_lists import CodeListPreview
from socialupph.exchange.code_lists import CodeListDraft, read_code_list
from socialupph.services.code_lists import CodeLists
from socialupph.specs.code_lists import CodeLine, described, lines_of


@dataclass(frozen=True, slots=True)
class Loaded:
    """A list as it was read and what would become of its codes."""

    path: Path
    draft: CodeListDraft
    preview: CodeListPreview
    lines: tuple[CodeLine, ...]

    @property
    def written(self) -> int:
        """How many codes would be added, changed or closed."""
        return self.preview.new + self.preview.changed + self.preview.closed


@dataclass(frozen=True, slots=True)
class ReadCodes:
    """Reads a file as ``which``, or as the list it is, and compares it with the register."""

    lists: CodeLists
    path: Path
    which: CodeList | None = None

    def __call__(self) -> Loaded:
        return _compared(self.lists, self.path, read_code_list(self.path, self.which), None)


@dataclass(frozen=True, slots=True)
class CompareAgain:
    """Compares what was read anew; ``whole`` says whether the codes it lacks are to be closed."""

    lists: CodeLists
    loaded: Loaded
    whole: bool

    def __call__(self) -> Loaded:
        return _compared(self.lists, self.loaded.path, self.loaded.draft, self.whole)


def _compared(lists: CodeLists, path: Path, draft: CodeListDraft, whole: bool | None) -> Loaded:
    preview = described(lists.preview(draft.which, draft.rows, draft.left_out, whole=whole))
    return Loaded(path, draft, preview, lines_of(preview))


@dataclass(frozen=True, slots=True)
class WriteCodes:
    """Writes the codes as one operation, and gives what was done with each."""

    lists: CodeLists
    loaded: Loaded
    skip_errors: bool

    def __call__(self) -> tuple[Changes, CodeListPreview]:
        draft = self.loaded.draft
        return self.lists.apply(
            draft.which,
            draft.rows,
            skip_errors=self.skip_errors,
            whole=self.loaded.preview.whole,
            left_out=draft.left_out,
            source_name=self.loaded.path.name,
        )


Work = Callable[[], Loaded]
