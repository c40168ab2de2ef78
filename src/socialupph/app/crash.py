"""What is unforeseen: told once in plain words, kept in a log the user may read, never with anything about people.

The log has times, kinds of errors and places in our own code. The words of an error are left out, since they may quote what
somebody typed.
"""

import faulthandler
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler

from socialupph import __version__
from socialupph.domain.clock import Clock

_LARGEST = 1_000_000


class CrashReporter(QObject):
    """Catches what nobody else did. ``happened`` is emitted on the window's thread with the report's text."""

    happened = Signal(str)
    _arrived = Signal(str)

    def __init__(self, folder: Path, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self.log = folder / "socialupph.log"
        self._faults = (folder / "krasch.log").open("a", encoding="utf-8")
        self._told: set[str] = set()
        self._arrived.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over Python's and Qt's last resorts."""
        faulthandler.enable(self._faults)
        sys.excepthook = self._on_error
        threading.excepthook = self._on_thread_error
        qInstallMessageHandler(self._on_qt_message)

    def uninstall(self) -> None:
        """Give them back."""
        qInstallMessageHandler(None)
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        faulthandler.disable()
        self._faults.close()

    def keep(self, error: BaseException) -> str:
        """Keep an error in the log and give what was written."""
        text = describe(error)
        self._write(text)
        return text

    def report(self, error: BaseException) -> None:
        """Keep an error in the log and tell the user, once for each place."""
        self._arrived.emit(self.keep(error))

    def _tell(self, text: str) -> None:
        if text not in self._told:
            self._told.add(text)
            self.happened.emit(text)

    def _on_error(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self.report(error)

    def _on_thread_error(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.report(arguments.exc_value)

    def _on_qt_message(self, level: QtMsgType, context: QMessageLogContext, _message: str | None) -> None:
        self._write(f"Qt {level.name} {context.category}")

    def _write(self, text: str) -> None:
        if self.log.exists() and self.log.stat().st_size > _LARGEST:
            self.log.replace(self.log.with_suffix(".1.log"))
        with self.log.open("a", encoding="utf-8") as file:
            file.write(f"{self._clock.now().isoformat(timespec='seconds')} {__version__} {text}\n")


def describe(error: BaseException) -> str:
    """Kind and places of an error and its causes, without its words or any value."""
    parts: list[str] = []
    seen: BaseException | None = error
    while seen is not None:
        frames = traceback.extract_tb(seen.__traceback__)
        places = " > ".join(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames)
        parts.append(f"{type(seen).__name__}: {places}")
        seen = seen.__cause__
    return " | ".join(parts)
