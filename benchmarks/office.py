"""LibreOffice as the rival: converting a file, and opening one in a window."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from functools import cache
from pathlib import Path

from benchmarks.figures import Run
from benchmarks.plan import FOLDER, Absent

_PATIENCE = 600
_LOOK_EVERY = 0.02


@cache
def program() -> Path:
    """Where it is; Absent when it is not installed."""
    for name in ("soffice", "libreoffice"):
        found = shutil.which(name)
        if found:
            return Path(found).resolve()
    raise Absent("LibreOffice is not installed here")


@cache
def version() -> str:
    """Its version, or that there is none."""
    try:
        told = subprocess.run([program(), "--version"], capture_output=True, text=True, timeout=60, check=False).stdout
    except Absent:
        return "not installed"
    found = re.search(r"\d+(\.\d+)+", told)
    return found.group() if found else "unknown"


def _command(*arguments: str) -> list[str]:
    profile = (FOLDER / "office").resolve().as_uri()
    quiet = ("--norestore", "--nologo", "--nofirststartwizard", "--nolockcheck")
    return [str(program()), f"-env:UserInstallation={profile}", *quiet, *arguments]


def convert(source: Path, kind: str, folder: Path, *, reading: str = "") -> tuple[Run, Path]:
    """Convert ``source`` to ``kind`` (``pdf``, ``xlsx``, ``csv:…``), from the start of the program to its end."""
    folder.mkdir(parents=True, exist_ok=True)
    written = folder / f"{source.stem}.{kind.partition(':')[0]}"
    written.unlink(missing_ok=True)
    how = ["--headless", f"--infilter={reading}"] if reading else ["--headless"]
    command = _command(*how, "--convert-to", kind, "--outdir", str(folder), str(source))
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    figures = _wait(process, start)
    wrong = "" if written.is_file() else "no file was written"
    return Run(figures, wrong), written


def _wait(process: "subprocess.Popen[bytes]", start: float) -> dict[str, float]:
    if sys.platform == "win32":
        process.wait(_PATIENCE)
        return {"seconds": time.perf_counter() - start}
    _pid, _status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = 0  # it has been waited for
    return {"seconds": seconds, "mib": used.ru_maxrss / 1024}


def warm_up() -> None:
    """Let it make its profile, which only the very first start does."""
    if not (FOLDER / "office" / "user").is_dir():
        FOLDER.mkdir(parents=True, exist_ok=True)
        probe = FOLDER / "probe.csv"
        probe.write_text("a;b\n1;2\n", "ascii")
        convert(probe, "xlsx", FOLDER / "scratch")


def need_windows() -> None:
    """Absent where it has no windows, as when only its nogui packages are installed, or nobody can look for one."""
    plugins = program().parent.glob("libvclplug_*lo.so")
    if not any("svp" not in plugin.name for plugin in plugins):
        raise Absent("LibreOffice is installed without windows (libreoffice-calc would give them)")
    if not shutil.which("xdotool"):
        raise Absent("xdotool, which looks for the window, is not installed here")


def open_window(source: Path, surroundings: dict[str, str]) -> Run:
    """Open ``source`` in Calc on a screen: seconds from the start of the program until the document has its window."""
    need_windows()
    start = time.perf_counter()
    process = subprocess.Popen(
        _command("--calc", str(source)),
        env=surroundings,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        while not _has_window(source.stem, surroundings):
            if time.perf_counter() - start > _PATIENCE or process.poll() is not None:
                return Run({}, "no window came")
            time.sleep(_LOOK_EVERY)
        return Run({"seconds": time.perf_counter() - start})
    finally:
        _end(process)


def _has_window(title: str, surroundings: dict[str, str]) -> bool:
    command = ["xdotool", "search", "--onlyvisible", "--name", re.escape(title)]
    return subprocess.run(command, env=surroundings, capture_output=True, check=False).returncode == 0


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the group of processes that was started here: the program starts itself once more."""
    if sys.platform != "win32":
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
    process.wait(60)
