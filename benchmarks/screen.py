"""A screen that nobody sees, for windows to be painted on, and the windows' own word about when they were."""

import compileall
import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.figures import Run
from benchmarks.plan import ROOT, Absent

MEASURED = "SOCIALUPPH_MEASURE"
"""A window started with this variable tells on standard error what happened to it, one line of JSON each, and ends by itself."""

_PATIENCE = 90


@contextmanager
def surroundings(home: Path | None = None, **more: str) -> Generator[dict[str, str]]:
    """The environment of a process with a screen: a virtual one on Linux where there is Xvfb, else what there is.

    ``home`` is where the program keeps its own things, made anew so that it remembers nothing.
    """
    own = {**os.environ, **more, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "src")))}
    if home is not None:
        shutil.rmtree(home, ignore_errors=True)
        own["SOCIALUPPH_HOME"] = str(home)
    if not sys.platform.startswith("linux") or not shutil.which("Xvfb"):
        yield {**own, "QT_QPA_PLATFORM": "offscreen"} if sys.platform.startswith("linux") else own
        return
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            display = told.readline().strip()
        if not display:
            raise Absent("Xvfb would not start")
        own.pop("WAYLAND_DISPLAY", None)
        yield {**own, "DISPLAY": f":{display}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait(30)


def compiled() -> None:
    """Compile the program's modules, as they are where it is installed."""
    compileall.compile_dir(ROOT / "src", quiet=1)
    compileall.compile_dir(ROOT / "benchmarks", quiet=1)


def launch(arguments: Sequence[str], environment: Mapping[str, str]) -> Run:
    """Start ``python arguments`` and read when it says what.

    For each event a figure ``<event>`` in seconds from the start of the process, and whatever numbers the event brings.
    """
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=dict(environment),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    figures: dict[str, float] = {}
    other: list[str] = []
    watchdog = threading.Timer(_PATIENCE, process.kill)
    watchdog.start()
    if process.stderr is not None:
        with process.stderr as told:
            for line in told:
                if line.startswith('{"event"'):
                    _note(figures, json.loads(line), time.perf_counter() - start)
                elif line.strip():
                    other.append(line.strip())
    watchdog.cancel()
    code = process.wait(_PATIENCE)
    if code != 0:
        raise Absent(f"the window ended with {code}: {other[-1] if other else 'it said nothing'}")
    if "painted" not in figures:
        raise Absent(f"the window did not say when it was painted, only {', '.join(figures) or 'nothing'}")
    return Run({"seconds": figures["painted"], **figures})


def _note(figures: dict[str, float], event: Mapping[str, Any], seconds: float) -> None:
    """When it happened, the numbers it brings, and how many slow libraries were in memory at the first paint."""
    name = str(event["event"])
    figures[name] = seconds
    figures.update({key: float(event[key]) for key in ("rows", "worst_gap_ms") if key in event})
    if name == "painted" and "loaded" in event:
        figures["loaded"] = float(len(event["loaded"]))
