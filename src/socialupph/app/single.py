"""One window for each register: the second start raises the first and ends."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

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
        if not self._lock.tryLock(0):
            socket = QLocalSocket()
            socket.connectToServer(self._name)
            socket.waitForConnected(_PATIENCE)
            socket.disconnectFromServer()
            return False
        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._visited)
        self._server.listen(self._name)
        return True

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
