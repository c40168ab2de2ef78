"""A file appears whole or not at all: written beside its place, then moved there; the old one stays until the new is complete."""

import errno
import os
import tempfile
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from socialupph.domain.errors import FileProblem

_WAITS = (0.05, 0.1, 0.2, 0.4, 0.8)
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@contextmanager
def replacing(path: Path) -> Generator[Path]:
    """A new file to write to, beside ``path``; moved over ``path`` at the end, removed when anything goes wrong.

    Raises FileProblem when the disk is full, the place cannot be written, or another program keeps the old file open.
    """
    with file_problems():
        if path.is_dir():
            raise FileProblem("file.cannot_write")
        handle, name = tempfile.mkstemp(prefix=".~", suffix=path.suffix, dir=path.parent)
        os.close(handle)
        draft = Path(name)
        try:
            yield draft
            _flush_to_disk(draft)
            _keep_rights(path, draft)
            _move(draft, path)
        finally:
            draft.unlink(missing_ok=True)


def write_whole(path: Path, data: bytes) -> None:
    """Write ``data`` as the file ``path``, whole or not at all."""
    with replacing(path) as draft:
        draft.write_bytes(data)


@contextmanager
def file_problems() -> Generator[None]:
    """What the system says of a file that is written, as FileProblem."""
    try:
        yield
    except PermissionError as error:
        raise FileProblem("file.no_permission") from error
    except OSError as error:
        raise FileProblem("file.disk_full" if error.errno in _FULL else "file.cannot_write") from error


def _flush_to_disk(draft: Path) -> None:
    with draft.open("r+b") as stream:
        os.fsync(stream.fileno())


def _keep_rights(path: Path, draft: Path) -> None:
    """A file of ``mkstemp`` is for its owner alone; the new one gets the rights of the old, or those of any new file."""
    if os.name == "posix":
        mask = os.umask(0)
        os.umask(mask)
        draft.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~mask)


def _move(draft: Path, path: Path) -> None:
    """Excel and virus scanners hold a file for a moment; wait for them, but not for ever."""
    for wait in _WAITS:
        try:
            draft.replace(path)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    try:
        draft.replace(path)
    except PermissionError as error:
        raise FileProblem("file.locked") from error
