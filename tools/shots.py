"""Pictures of every page from the running program: light and dark, 100 and 200 %.

``python -m tools.shots`` takes all of them into ``build/shots``; ``--docs`` renews those that README and handbook show, found by
reading the documents. ``--only NAME`` takes the named ones. Each combination of theme, scale and register is a process of its own, since Qt
reads the scale when it starts. On Linux a virtual screen is started when there is none.
"""

import argparse
import datetime as dt
import os
import re
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
SAMPLE, EMPTY = REGISTERS = ("sample", "empty")
MARKS = {"light": "ljust", "dark": "morkt"}
SIZES = {"1": (1440, 900), "2": (1366, 768)}
SHOWN = re.compile(r"bilder/([a-z_-]+)-ljust-100\.png")
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include>/etc/fonts/fonts.conf</include>
<match target="pattern"><edit name="family" mode="prepend" binding="strong"><string>Inter</string></edit></match>
</fontconfig>"""


def documents() -> list[Path]:
    """The documents that show pictures."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def shown_in_documents() -> list[str]:
    """The names of the pictures that the documents show."""
    return sorted({name for path in documents() for name in SHOWN.findall(path.read_text("utf-8"))})


def file_name(name: str, theme: str, scale: str) -> str:
    """*today-ljust-100.png*."""
    return f"{name}-{MARKS[theme]}-{scale}00.png"


def main(arguments: Sequence[str] | None = None) -> int:
    """Take the pictures; exit code 0 when every page could be shown."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--docs", action="store_true", help="renew the pictures of README and handbook")
    parser.add_argument(
        "--only", action="append", default=[], metavar="NAME", help="take this picture; may be repeated"
    )
    parser.add_argument("--theme", choices=THEMES)
    parser.add_argument("--scale", choices=SCALES)
    parser.add_argument("--register", choices=REGISTERS, help=argparse.SUPPRESS)
    parser.add_argument("--into", type=Path, default=SHOTS)
    options = parser.parse_args(arguments)
    wanted = [*options.only, *(shown_in_documents() if options.docs else [])]
    if options.register:
        return _take(options, wanted)
    into = DOCS if options.docs else options.into.resolve()
    into.mkdir(parents=True, exist_ok=True)
    themes = THEMES[:1] if options.docs else [options.theme] if options.theme else THEMES
    scales = SCALES[:1] if options.docs else [options.scale] if options.scale else SCALES
    runs = [(theme, scale, register) for theme in themes for scale in scales for register in REGISTERS]
    codes = [_process(run, into, wanted) for run in runs]
    if options.docs:
        _tidy(into, wanted)
    sys.stdout.write(f"{sum(1 for _ in into.glob('*.png'))} bilder i {into.name}\n")
    return max(codes)


def _process(run: tuple[str, str, str], into: Path, wanted: Sequence[str]) -> int:
    theme, scale, register = run
    with tempfile.TemporaryDirectory() as folder:
        fonts = Path(folder) / "fonts.conf"
        fonts.write_text(FONTS, encoding="utf-8")
        environment = {**os.environ, "QT_SCALE_FACTOR": scale, "SOCIALUPPH_HOME": folder, "FONTCONFIG_FILE": str(fonts)}
        environment.pop("QT_QPA_PLATFORM", None)
        command = [sys.executable, "-m", "tools.shots", "--theme", theme, "--scale", scale]
        command += ["--register", register, "--into", str(into)]
        command += [part for name in wanted for part in ("--only", name)]
        if sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
            screen = shutil.which("xvfb-run")
            if screen is None:
                sys.stderr.write("xvfb saknas: apt-get install xvfb\n")
                return 2
            command = [screen, "-a", "-s", "-screen 0 3200x2000x24", *command]
        return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def _take(options: argparse.Namespace, wanted: Sequence[str]) -> int:
    from tools.album import Album  # noqa: PLC0415 -- Qt is read in the process that takes the pictures

    look = (options.theme, options.scale)
    return Album(look, options.register, options.into, SIZES[options.scale], wanted).run()


def _tidy(folder: Path, wanted: Sequence[str]) -> None:
    """Pictures for documents in 256 colours, a quarter of the size; those that no document shows any longer go."""
    from PIL import Image  # noqa: PLC0415 -- comes with reportlab, and is not needed to take pictures

    kept = {file_name(name, "light", "1") for name in wanted}
    for path in folder.glob("*.png"):
        if path.name not in kept:
            path.unlink()
            continue
        with Image.open(path) as picture:
            few = picture.convert("RGB").quantize(256, Image.Quantize.MAXCOVERAGE, 3, dither=Image.Dither.NONE)
            few.save(path, optimize=True)  # coverage, so that a small red sign stays red


if __name__ == "__main__":
    sys.exit(main())
