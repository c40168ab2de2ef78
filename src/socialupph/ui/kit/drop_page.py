"""A page that takes files: dropped on it anywhere, and left with Esc."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent

from socialupph.ui.kit.drop_area import dropped_file, dropped_paths
from socialupph.ui.kit.page_base import Page


class DropPage(Page):
    """Subclasses accept drops and take what is dropped in ``take_paths``."""

    def take_paths(self, paths: Sequence[Path]) -> None:
        """Read these files and folders."""
        raise NotImplementedError

    def dropped(self, event: QDragEnterEvent | QDropEvent) -> tuple[Path, ...]:
        """What of the drag the page takes; nothing refuses it."""
        return dropped_paths(event.mimeData())

    def leave(self) -> None:
        """Esc: go back."""
        self.back_asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = self.dropped(event)
        if paths:
            event.acceptProposedAction()
            self.take_paths(paths)


class FilePage(DropPage):
    """A page that takes one file."""

    def dropped(self, event: QDragEnterEvent | QDropEvent) -> tuple[Path, ...]:
        path = dropped_file(event.mimeData())
        return () if path is None else (path,)

    def take_paths(self, paths: Sequence[Path]) -> None:
        self.open_path(paths[0])

    def open_path(self, path: Path) -> None:
        """Read this file."""
        raise NotImplementedError
