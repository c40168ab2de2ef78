"""``socialupph``: the window. It is painted before the register is opened, which happens in the background."""

import argparse
import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from socialupph import __version__
from socialupph.app import clock, garbage, measure, paths, settings
from socialupph.app.crash import CrashReporter
from socialupph.app.dress import Dress
from socialupph.app.program import Program
from socialupph.app.single import SingleInstance
from socialupph.domain.clock import Clock

ALREADY_OPEN = 0
_TURN = 0.001  # s: so long the window waits for its turn while another thread reads; Python's own 5 ms are felt


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the window until it is closed and give the exit code."""
    garbage.hold()
    sys.setswitchinterval(_TURN)
    options = parser().parse_args(arguments)
    app = bare_application()
    standing = clock.SystemClock() if options.as_of is None else clock.standing_at(options.as_of)
    instance = SingleInstance(paths.user_folder(), str(options.register or "start"))
    if not instance.first():
        return ALREADY_OPEN
    reporter = CrashReporter(paths.logs_folder(), standing)
    reporter.install()
    program = Program(standing, reporter, dress=Dress(app, options.theme or _theme()))
    program.rested.connect(instance.listen)
    instance.raised.connect(program.raise_window)
    program.start(_chosen(options))
    try:
        return app.exec()
    finally:
        program.close()
        instance.release()
        reporter.uninstall()


def parser() -> argparse.ArgumentParser:
    """What may be said on the command line; a user needs none of it."""
    top = argparse.ArgumentParser(prog="socialupph", description="SocialUpph")
    top.add_argument("--version", action="version", version=f"SocialUpph {__version__}")
    top.add_argument("--register", type=Path, help="open this register")
    top.add_argument("--demo", action="store_true", help="open the sample register, made when it is missing")
    top.add_argument("--as-of", type=dt.date.fromisoformat, help="stand at this day (YYYY-MM-DD)")
    top.add_argument("--theme", choices=settings.THEMES, help="light, dark, contrast or as the system")
    return top


def _chosen(options: argparse.Namespace) -> Path | str | None:
    if options.register is not None:
        return Path(options.register)
    return Program.DEMO if options.demo else None


def application(theme: str | None = None) -> QApplication:
    """The Qt application, dressed and speaking Swedish."""
    app = bare_application()
    Dress(app, theme or _theme())()
    return app


def _theme() -> str:
    return settings.load(paths.settings_file()).theme


def bare_application() -> QApplication:
    """The Qt application, speaking Swedish; it is dressed when the window has been seen."""
    measure.mark("begin")
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setApplicationName(paths.APPLICATION)
    app.setApplicationVersion(__version__)
    QLocale.setDefault(QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden))
    translator = QTranslator(app)
    if translator.load("qtbase_sv", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
    return app


def system_clock() -> Clock:
    """The clock the window uses when nothing else is said."""
    return clock.SystemClock()


if __name__ == "__main__":
    sys.exit(main())
