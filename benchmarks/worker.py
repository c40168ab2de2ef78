"""Runs one job in a process of its own and tells its figures: ``python -m benchmarks.worker module.job '{"rows": 10}'``."""

import importlib
import json
import sys

from benchmarks import memory
from benchmarks.outcome import Outcome


def main(job: str, options: str) -> None:
    """Do the job and print its figures, with the peak memory of the whole process, as the last line."""
    module, name = job.split(".")
    outcome: Outcome = importlib.import_module(f"benchmarks.jobs.{module}").JOBS[name](json.loads(options))
    figures = {**memory.used(), **outcome.figures}
    print(json.dumps({"figures": figures, "wrong": outcome.wrong}))


if __name__ == "__main__":
    main(*sys.argv[1:])
