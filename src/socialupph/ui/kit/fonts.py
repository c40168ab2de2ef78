"""The type steps, as offsets in points from the system font."""

import sys
from functools import lru_cache
from typing import Final, Literal, get_args

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics
from PySide6.QtWidgets import QApplication

Step = Literal["display", "number", "title", "panel", "section", "body", "label", "small", "key"]

# Step: offset in points from body, weight.
_STEPS: Final[dict[Step, tuple[float, int]]] = {
    "display": (10.0, 600),
    "number": (8.0, 600),
    "title": (6.0, 600),
    "panel": (3.0, 600),
    "section": (1.0, 600),
    "body": (0.0, 400),
    "label": (-0.5, 500),
    "small": (-1.0, 400),
    "key": (-1.5, 400),
}
STEPS: Final = get_args(Step)

_BODY = 10.0
_WINDOWS_DEFAULT = 9.0  # Segoe UI as Windows hands it out at 100 % text size
_TABULAR = QFont.Tag("tnum")


class FontHub(QObject):
    """Tells widgets that carry a step of their own that the body font changed: Qt tells only those without one."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.fontChanged.connect(self._font_changed)

    def _font_changed(self) -> None:
        self.changed.emit()


def hub() -> FontHub:
    """The one hub of the running application; made on first use."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        msg = "no QApplication yet"
        raise TypeError(msg)
    found = app.findChild(FontHub)
    return found if isinstance(found, FontHub) else FontHub(app)


def body_font() -> QFont:
    """The system font at the size of body text: 10 pt where Windows says 9, more where the user asked for more."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if sys.platform == "win32":
        font.setPointSizeF(font.pointSizeF() * _BODY / _WINDOWS_DEFAULT)
    else:
        font.setPointSizeF(max(_BODY, font.pointSizeF()))
    font.setFeature(_TABULAR, 1)
    return font


def install(app: QApplication) -> None:
    """Give ``app`` the body font."""
    app.setFont(body_font())


@lru_cache(maxsize=128)
def _made(body: str, step: Step, weight: int) -> QFont:
    font = QFont()
    font.fromString(body)
    font.setPointSizeF(max(6.0, font.pointSizeF() + _STEPS[step][0]))
    font.setWeight(QFont.Weight(weight))
    # Bold system text is wanted bold everywhere, but a step never becomes thinner than its own weight.
    font.setFeature(_TABULAR, 1)
    return font


def font(step: Step = "body", weight: int = 0) -> QFont:
    """The font of ``step``; ``weight`` 0 means the step's own. Cached until the application font changes."""
    return _made(QApplication.font().toString(), step, weight or _STEPS[step][1])


@lru_cache(maxsize=128)
def _measured(body: str, step: Step, weight: int) -> QFontMetrics:
    return QFontMetrics(_made(body, step, weight))


def measure(step: Step = "body", weight: int = 0) -> QFontMetrics:
    """Metrics of the same font as ``font`` gives."""
    return _measured(QApplication.font().toString(), step, weight or _STEPS[step][1])
