#!/usr/bin/env python3
"""Everything a developer does, with one command: run, test, check. Standard library only; makes its own environment."""

import argparse
import hashlib
import importlib.util
import io
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
STAMP = ENVIRONMENT / "socialupph-stamp"
REQUIREMENTS = (ROOT / "requirements" / "runtime.txt", ROOT / "requirements" / "development.txt")
WINDOWS = sys.platform == "win32"
REFUSED = 2

# Debian's packages, by what needs them. Qt's own libraries come with PySide6; these are what it expects of the system.
QT_PACKAGES = (
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libfreetype6",
    "libgl1",
    "libglib2.0-0",
    "libx11-xcb1",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-sync1",
    "libxcb-xfixes0",
    "libxcb-xinerama0",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
    "libxkbcommon0",
)
SCREEN_PACKAGES = (*QT_PACKAGES, "fonts-inter", "xauth", "xdotool", "xvfb")
TEST_PACKAGES = (*SCREEN_PACKAGES, "libreoffice-calc-nogui", "poppler-utils")
RIVAL_PACKAGES = ("libreoffice-calc",)  # with windows: how fast it opens one is measured too


class Refused(Exception):
    """What was asked for cannot be done here; the text says why and what to do."""


def say(text: str) -> None:
    """Tell the developer, at once even when the output is a file."""
    print(text, flush=True)


# ---------------------------------------------------------------- the system


def _is_installed(package: str) -> bool:
    # some were renamed for 64-bit time, and what has windows also does the work of what has none
    names = (package, f"{package}t64", package.removesuffix("-nogui"))
    command = ["dpkg-query", "-W", "-f=${Status}\\n", *names]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    return "install ok installed" in answer.stdout.splitlines()


def _apt(arguments: Sequence[str]) -> bool:
    surroundings = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "-qq", "-o", "Dpkg::Use-Pty=0", *arguments]
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False)
    if done.returncode != 0 and arguments[0] == "install":
        say(done.stdout[-2000:] + done.stderr[-2000:])
    return done.returncode == 0


def need_packages(packages: Sequence[str]) -> None:
    """See that the system has ``packages``: install what is missing as root on Debian, else say exactly what to do."""
    if not sys.platform.startswith("linux"):
        return
    if shutil.which("dpkg-query") is None:
        say(
            "Obs: systemet är inte Debian eller Ubuntu, så det här går inte att kontrollera. Motsvarigheten till de här"
        )
        say(f"paketen behövs: {' '.join(packages)}")
        return
    missing = [package for package in packages if not _is_installed(package)]
    if not missing:
        return
    command = f"apt-get install --no-install-recommends {' '.join(missing)}"
    if os.geteuid() != 0:
        raise Refused(f"Systemet saknar paket. Installera dem och försök igen:\n\n  sudo {command}")
    say(f"Installerar systempaket: {' '.join(missing)}")
    install = ["install", "-y", "--no-install-recommends", *missing]
    known = subprocess.run(["apt-cache", "show", *missing], capture_output=True, check=False).returncode == 0
    if (known and _apt(install)) or (_apt(["update"]) and _apt(install)):
        return
    raise Refused(f"Paketen gick inte att installera. Prova själv:\n\n  {command}")


def need_screen() -> None:
    """Refuse to open a window where there is no screen to open it on."""
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise Refused(
            "Den här datorn har ingen skärm (DISPLAY och WAYLAND_DISPLAY saknas), så fönstret kan inte öppnas.\n"
            "Programmet går att använda från kommandoraden i stället:\n\n"
            "  python3 dev.py cli --register prov.sup demo --size small\n"
            "  python3 dev.py cli --register prov.sup due\n"
            "  python3 dev.py cli --register prov.sup list contracts"
        )


# ---------------------------------------------------------------- the environment


def python(name: str = "python") -> str:
    """The path of ``name`` inside the project's own environment."""
    return str(ENVIRONMENT / ("Scripts" if WINDOWS else "bin") / (f"{name}.exe" if WINDOWS else name))


def _fingerprint(*paths: Path) -> str:
    digest = hashlib.sha256(f"{sys.version} {sys.base_prefix} {ROOT}".encode())
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _make_environment() -> None:
    if importlib.util.find_spec("ensurepip") is None:  # Debian puts it in a package of its own
        need_packages((f"python3.{sys.version_info.minor}-venv",))
    say(f"Skapar programmets miljö i {ENVIRONMENT.name} …")
    # On Windows a file in use cannot be replaced; there pip changes the environment in place.
    venv.EnvBuilder(with_pip=True, clear=not WINDOWS).create(ENVIRONMENT)


def need_environment() -> None:
    """Make or renew ``.venv`` when the requirements, the project file or Python itself changed."""
    if sys.version_info < (3, 11):  # noqa: UP036 -- said to whoever has an older one
        raise Refused(f"Python 3.11 eller senare behövs; det här är {sys.version.split()[0]}.")
    wanted = [_fingerprint(*REQUIREMENTS), _fingerprint(ROOT / "pyproject.toml")]
    there = STAMP.read_text("utf-8").split() if STAMP.exists() and Path(python()).exists() else []
    if there == wanted:
        return
    if there[:1] != wanted[:1]:
        _make_environment()
        say("Hämtar det programmet bygger på (några minuter första gången) …")
        pinned = [argument for path in REQUIREMENTS for argument in ("-r", str(path))]
        _pip("--require-hashes", "--only-binary", ":all:", *pinned)
    _pip("--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    STAMP.write_text("\n".join(wanted), "utf-8")


def _pip(*arguments: str) -> None:
    pip = [python(), "-m", "pip", "-qq", "--disable-pip-version-check", "--no-input", "install"]
    if subprocess.run([*pip, *arguments], cwd=ROOT, check=False).returncode != 0:
        raise Refused("Miljön blev inte klar. Felet står ovan; kontrollera nätverket och kör kommandot igen.")


def _in_environment(arguments: Sequence[str], surroundings: dict[str, str] | None = None) -> int:
    return subprocess.run(arguments, cwd=ROOT, env={**os.environ, **(surroundings or {})}, check=False).returncode


# ---------------------------------------------------------------- what can be asked for


def run(options: argparse.Namespace) -> int:
    """Open the window."""
    need_screen()
    need_packages(QT_PACKAGES)
    need_environment()
    return subprocess.run([python(), "-m", "socialupph.app.main", *options.rest], check=False).returncode


def cli(options: argparse.Namespace) -> int:
    """Do the same work without a window."""
    need_environment()
    return subprocess.run([python(), "-m", "socialupph.app.cli.main", *options.rest], check=False).returncode


def test(options: argparse.Namespace) -> int:
    """Run the whole suite, or what the arguments ask for."""
    need_packages(TEST_PACKAGES)
    need_environment()
    screen = {} if WINDOWS else {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    return _in_environment([python(), "-m", "pytest", *options.rest], screen)


def check(options: argparse.Namespace) -> int:
    """Look at everything that can be judged without running the program."""
    need_packages(QT_PACKAGES)
    need_environment()
    (ROOT / "build").mkdir(exist_ok=True)
    steps: tuple[tuple[str, list[str]], ...] = (
        ("form", [python("ruff"), "format", "--check", "--quiet", "."]),
        ("stil", [python("ruff"), "check", "--quiet", "."]),
        ("typer", [python("basedpyright")]),
        ("rum", [python("lint-imports"), "--no-logo"]),
        ("död kod", [python("vulture")]),
        ("texter", _extraction()),
        ("husregler", [python(), "-m", "pytest", "-q", "tests/house"]),
    )
    failed: list[str] = []
    for name, command in steps:
        say(f"── {name}")
        if _in_environment(command, {"QT_QPA_PLATFORM": "offscreen"}) != 0:
            failed.append(name)
    say(f"Inte godkänt: {', '.join(failed)}" if failed else "Allt godkänt.")
    return 1 if failed else 0


def _extraction() -> list[str]:
    target = str(ROOT / "build" / "socialupph.pot")
    return [
        python("pybabel"),
        "--quiet",
        "extract",
        "-F",
        "pyproject.toml",
        "-o",
        target,
        "--project",
        "SocialUpph",
        "src",
    ]


def texts(options: argparse.Namespace) -> int:
    """Write the template that a translation starts from: build/socialupph.pot."""
    need_environment()
    (ROOT / "build").mkdir(exist_ok=True)
    return _in_environment(_extraction())


def sql(options: argparse.Namespace) -> int:
    """Write the SQL that the start page is read with out of the selects it comes from: persistence/due_sql.py."""
    need_environment()
    return _in_environment([python(), "-m", "tools.ready_sql"])


def tidy(options: argparse.Namespace) -> int:
    """Lay out the code the one way, and mend what the linter can mend by itself."""
    need_environment()
    mended = _in_environment([python("ruff"), "check", "--fix", "--quiet", *(options.rest or ["."])])
    return _in_environment([python("ruff"), "format", *(options.rest or ["."])]) or mended


def bench(options: argparse.Namespace) -> int:
    """Measure the program against its floors and LibreOffice; the table goes to docs/performance.md."""
    need_packages(SCREEN_PACKAGES)
    try:
        need_packages(RIVAL_PACKAGES)
    except Refused as reason:
        say(f"{reason}\n\nUtan LibreOffice mäts bara det egna programmet och golven.")
    need_environment()
    return _in_environment([python(), "-m", "benchmarks.run", *options.rest])


def shots(options: argparse.Namespace) -> int:
    """Take a picture of every page."""
    need_packages(SCREEN_PACKAGES)
    need_environment()
    return _in_environment([python(), "-m", "tools.shots", *options.rest])


COMMANDS: dict[str, tuple[Callable[[argparse.Namespace], int], str]] = {
    "run": (run, "öppna programmet; --demo visar exempeldata"),
    "test": (test, "kör alla tester; allt efter test går till pytest"),
    "check": (check, "form, stil, typer, rum, död kod, texter och husregler"),
    "cli": (cli, "kör kommandoraden, till exempel: cli --register R.sup due"),
    "bench": (bench, "mät farten och skriv docs/performance.md"),
    "shots": (shots, "ta bilder av alla sidor"),
    "format": (tidy, "formatera koden"),
    "texts": (texts, "skriv build/socialupph.pot, mallen för en översättning"),
    "sql": (sql, "skriv persistence/due_sql.py, det som Idag läses med"),
}


def main(arguments: Sequence[str]) -> int:
    """Do what the command line asks for and tell how it went."""
    parser = argparse.ArgumentParser(
        prog="dev.py",
        description="SocialUpph: kör, prova och kontrollera programmet.",
        epilog="\n".join(f"  {name:<8} {text}" for name, (_function, text) in COMMANDS.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", metavar="KOMMANDO", choices=COMMANDS, help="något av dem nedan")
    parser.add_argument("rest", metavar="…", nargs=argparse.REMAINDER, help="det som går vidare till kommandot")
    options = parser.parse_args(arguments)
    try:
        return COMMANDS[options.command][0](options)
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return REFUSED
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a Windows console may not know å, ä and ö otherwise
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(main(sys.argv[1:]))
