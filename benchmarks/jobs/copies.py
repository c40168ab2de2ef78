"""A register to write in: a copy, so that every go begins with the same file."""

import shutil
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.outcome import Options


@contextmanager
def copied(options: Options) -> Generator[Path]:
    """A copy of ``options["register"]`` at ``options["scratch"]``; gone afterwards."""
    copy = Path(options["scratch"])
    shutil.copyfile(options["register"], copy)
    try:
        yield copy
    finally:
        copy.unlink()
