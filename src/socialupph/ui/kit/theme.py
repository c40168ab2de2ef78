"""How the palette reaches Qt: palette, style and font of the application, following the system when told to."""

from typing import Literal, get_args

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from socialupph.ui.kit import fonts
from socialupph.ui.kit.colours import COLOUR_NAMES, THEMES, Tokens, from_system, palette_of, tokens, use
from socialupph.ui.kit.style import KitStyle

__all__ = ["COLOUR_NAMES", "THEMES", "Mode", "Theme", "Tokens", "palette_of", "tokens"]

Mode = Literal["system", "light", "dark", "contrast"]


class Theme(QObject):
    """Gives the application its palette, style and font, and follows the system when told to.

    One for the process, made by ``app``; widgets read ``tokens()`` and repaint on ``PaletteChange``.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app: QApplication | None = None
        self._mode: Mode = "system"

    @property
    def mode(self) -> Mode:
        """What the user chose."""
        return self._mode

    def apply(self, app: QApplication, mode: Mode) -> None:
        """Dress ``app`` in ``mode``; ValueError for an unknown one."""
        if mode not in get_args(Mode):
            raise ValueError(mode)
        if self._app is None:
            self._install(app)
        self._mode = mode
        hints = QGuiApplication.styleHints()
        if mode == "system":
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(Qt.ColorScheme.Light if mode == "light" else Qt.ColorScheme.Dark)
        self._dress()

    def _install(self, app: QApplication) -> None:
        self._app = app
        app.setStyle(KitStyle())
        fonts.install(app)
        # In a variable first: the accessibility object dies with a temporary styleHints().
        hints = QGuiApplication.styleHints()
        accessibility = hints.accessibility()
        hints.colorSchemeChanged.connect(self._system_changed)
        accessibility.contrastPreferenceChanged.connect(self._system_changed)

    def _system_changed(self) -> None:
        if self._mode == "system":
            self._dress()

    def _dress(self) -> None:
        if self._app is None:
            return
        chosen = self._choose(self._app)
        if chosen == tokens() and self._app.palette() == palette_of(chosen):
            return
        use(chosen)
        self._app.setPalette(palette_of(chosen))
        self.changed.emit()

    def _choose(self, app: QApplication) -> Tokens:
        if self._mode != "system":
            return THEMES[self._mode]
        hints = QGuiApplication.styleHints()
        accessibility = hints.accessibility()
        if accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast:
            app.setPalette(QPalette())  # back to what the system says, to read it
            return from_system(app.palette())
        return THEMES["dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"]
