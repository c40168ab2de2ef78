"""``socialupph-cli``: exit code 0 done, 1 findings, 2 refused with one plain sentence on standard error."""

import argparse
import datetime as dt
import io
import sys
from collections.abc import Sequence
from pathlib import Path

from socialupph import __version__
from socialupph.app import clock
from socialupph.app.cli import exchange, reading
from socialupph.domain.errors import SocialUpphError
from socialupph.specs.messages import message

DONE, FINDINGS, REFUSED = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    _speak_utf8()
    options = parser().parse_args(arguments)
    today: dt.date | None = getattr(options, "as_of", None)
    options.clock = clock.SystemClock() if today is None else clock.standing_at(today)
    try:
        return int(options.run(options))
    except SocialUpphError as error:
        sys.stderr.write(message(error) + "\n")
        return REFUSED
    except BrokenPipeError:
        return DONE


def _speak_utf8() -> None:
    """Swedish letters come out right also where the console's own code page lacks them."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def parser() -> argparse.ArgumentParser:
    """The sub-commands of the program, in English, as scripts write them."""
    top = argparse.ArgumentParser(prog="socialupph-cli", description="SocialUpph without its window")
    top.add_argument("--version", action="version", version=f"SocialUpph {__version__}")
    top.add_argument("--register", type=Path, required=True, metavar="R.sup", help="the register file")
    commands = top.add_subparsers(required=True, metavar="command")
    reading.add_commands(commands)
    exchange.add_commands(commands)
    return top


if __name__ == "__main__":
    sys.exit(main())
