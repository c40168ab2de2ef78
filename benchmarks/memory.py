"""How much memory a process has had at most, where the system tells."""

import sys
from pathlib import Path

_STATUS = Path("/proc/self/status")
_FORGET = Path("/proc/self/clear_refs")
_MIB = 1024 * 1024


def peak() -> float | None:
    """The most this process has had since it began, in MiB; None where nobody tells."""
    if sys.platform == "win32":
        return None
    import resource  # noqa: PLC0415 -- there is none on Windows

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / _MIB


def used() -> dict[str, float]:
    """``mib``, the peak up to now, for a job that checks its result afterwards; empty where nobody tells."""
    most = peak()
    return {} if most is None else {"mib": most}


class Growth:
    """How much more memory a piece of work takes at most than there was before it. Linux only; None elsewhere."""

    def __init__(self) -> None:
        self._before: float | None = None
        if _STATUS.exists() and _FORGET.exists():
            _FORGET.write_text("5", "ascii")  # the peak is forgotten and begins at what is used now
            self._before = _status("VmRSS")

    def figures(self) -> dict[str, float]:
        """``extra_mib`` up to now; empty where nobody tells."""
        if self._before is None:
            return {}
        return {"extra_mib": max(_status("VmHWM") - self._before, 0.0)}


def _status(name: str) -> float:
    for line in _STATUS.read_text("ascii", errors="replace").splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) / 1024
    raise KeyError(name)
