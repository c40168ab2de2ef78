"""What a case is, and what it works with."""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.figures import Goal, Run

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "build" / "bench"


class Absent(Exception):
    """A contestant cannot run here; the text says why, plainly."""


@dataclass(frozen=True, slots=True)
class Bench:
    """A run of the benchmarks. ``quick`` uses small data, to see that everything works."""

    quick: bool
    tell: Callable[[str], None]

    def size(self, full: int, quick: int) -> int:
        """How many rows: ``full``, or ``quick`` in a quick run."""
        return quick if self.quick else full

    def scratch(self, name: str) -> Path:
        """A file that a job may write over."""
        folder = FOLDER / "scratch"
        folder.mkdir(parents=True, exist_ok=True)
        return folder / name

    def work(self, job: str, *, environment: Mapping[str, str] | None = None, **options: object) -> Run:
        """Run ``module.job`` of ``benchmarks.jobs`` in a process of its own and give its figures."""
        told = work(job, options, environment)
        return Run({name: float(number) for name, number in told["figures"].items()}, str(told["wrong"]))


def work(job: str, options: Mapping[str, object], environment: Mapping[str, str] | None = None) -> dict[str, Any]:
    """What the worker tells: ``figures`` and ``wrong``. Absent when the job could not be done."""
    command = [sys.executable, "-m", "benchmarks.worker", job, json.dumps(options, default=str)]
    own = None if environment is None else dict(environment)
    done = subprocess.run(command, cwd=ROOT, env=own, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode != 0:
        lines = [line for line in done.stderr.splitlines() if line.strip()]
        raise Absent(f"{job} stopped: {lines[-1] if lines else done.returncode}")
    return json.loads(done.stdout.splitlines()[-1])


@dataclass(frozen=True, slots=True)
class Contestant:
    """Whoever does the job. One that takes minutes runs in the first ``rounds`` rounds only."""

    key: str
    name: str
    run: Callable[[Bench], Run]
    rounds: int | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A job, who does it, and how good ours must be. ``prepare`` makes the data once; ``about`` says what is timed."""

    key: str
    title: str
    about: Callable[[Bench], str]
    contestants: tuple[Contestant, ...]
    goals: tuple[Goal, ...]
    prepare: Callable[[Bench], None]
    figures: tuple[tuple[str, str], ...] = (("seconds", "s"),)
