"""Times of the start, for the benchmarks: written to standard error as JSON lines when ``SOCIALUPPH_MEASURE`` is set."""

import json
import os
import sys
import time

VARIABLE = "SOCIALUPPH_MEASURE"


def asked() -> bool:
    """Whether this run is measured; it then ends by itself when the start page has its list."""
    return bool(os.environ.get(VARIABLE))


def mark(event: str, **facts: object) -> None:
    """Write that ``event`` happened now, and which of the slow libraries are in memory."""
    if asked():
        loaded = [name for name in ("sqlalchemy", "reportlab", "alembic") if name in sys.modules]
        line = {"event": event, "monotonic": time.monotonic(), "loaded": loaded, **facts}
        sys.stderr.write(json.dumps(line) + "\n")
