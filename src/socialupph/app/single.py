"""One window for each register: the second start raises the first and ends."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

_PATIENCE = 500  # ms


class SingleInstance(QObject):
    """``raised`` is emitted when somebody starts the program again for the same register."""

    raised = Signal()

    def __init__(self, folder: Path, subject: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        mark = hashlib.sha256(f"{folder}|{subject}".encode()).hexdigest()[:16]
        self._name = f"socialupph-{mark}"
        self._lock = QLockFile(str(folder / f"{mark}.lock"))
        self._lock.setStaleLockTime(0)  # only a process that is gone leaves a stale lock
        self._server: QLocalServer | None = None

    def first(self) -> bool:
        """Whether this is the first; otherwise the first one has been told to come forward."""
        if self._lock.tryLock(0):
            return True
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 -- only for the second start

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        socket.waitForConnected(_PATIENCE)
        socket.disconnectFromServer()
        return False

    def listen(self) -> None:
        """Hear of other starts from now on; when everything has been read."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 -- not needed before the window is painted

        if self._server is not None:
            return
        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._visited)
        self._server.listen(self._name)

    def _visited(self) -> None:
        if self._server is not None:
            visitor = self._server.nextPendingConnection()
            visitor.deleteLater()
            self.raised.emit()

    def release(self) -> None:
        """Let somebody else be first."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()
