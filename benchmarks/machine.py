"""What the figures were measured on and with; nothing that tells one machine from another of its kind."""

import os
import platform
import sys
from importlib import metadata
from pathlib import Path

from benchmarks import office
from benchmarks.plan import FOLDER

_PACKAGES = (
    "PySide6-Essentials", "SQLAlchemy", "sqlcipher3", "reportlab", "XlsxWriter", "python-calamine", "alembic",
)  # fmt: skip


def facts() -> list[tuple[str, str]]:
    """Name and fact, in the order they are read."""
    return [
        ("Processor", f"{_processor()}, {os.cpu_count()} cores"),
        ("Memory", _memory()),
        ("System", _system()),
        ("File system", _file_system()),
        ("Python", platform.python_version()),
        ("Packages", ", ".join(f"{name} {metadata.version(name)}" for name in _PACKAGES)),
        ("LibreOffice", office.version()),
    ]


def _first(path: str, key: str, sign: str) -> str:
    file = Path(path)
    if not file.exists():
        return ""
    for line in file.read_text("utf-8", errors="replace").splitlines():
        if line.startswith(key):
            return line.split(sign, 1)[1].strip().strip('"')
    return ""


def _processor() -> str:
    return _first("/proc/cpuinfo", "model name", ":") or platform.processor() or platform.machine()


def _memory() -> str:
    told = _first("/proc/meminfo", "MemTotal", ":")
    return f"{int(told.split()[0]) / 1024**2:.0f} GiB" if told else "unknown"


def _system() -> str:
    return _first("/etc/os-release", "PRETTY_NAME", "=") or f"{platform.system()} {platform.release()}"


def _file_system() -> str:
    """The kind of file system the registers lie on."""
    mounts = Path("/proc/mounts")
    if sys.platform == "win32" or not mounts.exists():
        return "unknown"
    here = FOLDER.resolve()
    found = ("", "unknown")
    for line in mounts.read_text("utf-8").splitlines():
        _device, place, kind, *_rest = line.split()
        if (here == Path(place) or Path(place) in here.parents) and len(place) >= len(found[0]):
            found = (place, kind)
    return found[1]
