"""What a job gives back, and small helpers that all jobs share."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

Options = Mapping[str, Any]
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Outcome:
    """Figures by name, and why the result is wrong; empty when it is right."""

    figures: Mapping[str, float]
    wrong: str = ""


Job = Callable[[Options], Outcome]


def timed(work: Callable[[], Result]) -> tuple[Result, float]:
    """What ``work`` gives and how many seconds it took."""
    start = time.perf_counter()
    result = work()
    return result, time.perf_counter() - start


def expect(found: object, wanted: object, what: str) -> str:
    """Empty when they are equal, else what differs."""
    return "" if found == wanted else f"{what}: {found!r}, not {wanted!r}"
