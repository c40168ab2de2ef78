"""Pictures of every page from the running program: light and dark, 100 and 200 %.

``python -m tools.shots`` takes all of them into ``build/shots``; ``--docs`` renews the pictures of README and handbook. Each
combination of theme and scale is a process of its own, since Qt reads the scale when it starts. On Linux a virtual screen
is started when there is none.
"""

import argparse
import datetime as dt
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHOTS, DOCS = ROOT / "build" / "shots", ROOT / "docs" / "bilder"
DAY = dt.date(2026, 9, 22)
THEMES = ("light", "dark")
SCALES = ("1", "2")
SIZES = {"1": (1440, 900), "2": (1366, 768)}
PAUSE = 400  # ms for a page to load and settle
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include>/etc/fonts/fonts.conf</include>
<match target="pattern"><edit name="family" mode="prepend" binding="strong"><string>Inter</string></edit></match>
</fontconfig>"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Take the pictures; exit code 0 when every page could be shown."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--docs", action="store_true", help="renew the pictures of README and handbook")
    parser.add_argument("--theme", choices=THEMES)
    parser.add_argument("--scale", choices=SCALES)
    parser.add_argument("--into", type=Path, default=SHOTS)
    options = parser.parse_args(arguments)
    if options.theme and options.scale:
        return _take(options.theme, options.scale, options.into)
    combinations = [("light", "1")] if options.docs else [(theme, scale) for theme in THEMES for scale in SCALES]
    into = DOCS if options.docs else options.into
    into.mkdir(parents=True, exist_ok=True)
    codes = [_process(theme, scale, into) for theme, scale in combinations]
    sys.stdout.write(f"{sum(1 for _ in into.glob('*.png'))} bilder i {into.relative_to(ROOT)}\n")
    return max(codes)


def _process(theme: str, scale: str, into: Path) -> int:
    with tempfile.TemporaryDirectory() as folder:
        fonts = Path(folder) / "fonts.conf"
        fonts.write_text(FONTS, encoding="utf-8")
        environment = {**os.environ, "QT_SCALE_FACTOR": scale, "SOCIALUPPH_HOME": folder, "FONTCONFIG_FILE": str(fonts)}
        environment.pop("QT_QPA_PLATFORM", None)
        command = [sys.executable, "-m", "tools.shots", "--theme", theme, "--scale", scale, "--into", str(into)]
        if sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
            screen = shutil.which("xvfb-run")
            if screen is None:
                sys.stderr.write("xvfb saknas: apt-get install xvfb\n")
                return 2
            command = [screen, "-a", "-s", "-screen 0 3200x2000x24", *command]
        return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def _take(theme: str, scale: str, into: Path) -> int:
    from tools.album import Album  # noqa: PLC0415 -- Qt is read in the process that takes the pictures

    return Album(theme, scale, into, DAY, SIZES[scale], PAUSE).run()


if __name__ == "__main__":
    sys.exit(main())
