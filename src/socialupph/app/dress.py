"""How the application looks: first bare, then in its theme with icons and fonts."""

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QApplication, QWidget

from socialupph.app import paths
from socialupph.ui.kit.bare import Bare

if TYPE_CHECKING:
    from socialupph.ui.kit.theme import Mode


class Dress:
    """Dresses ``app`` in a theme of ``settings.THEMES``, when it is called."""

    def __init__(self, app: QApplication, theme: str) -> None:
        self._app, self._theme = app, theme

    def bare(self) -> QWidget:
        """What stands in the window before that."""
        return Bare(self._theme)

    def __call__(self) -> None:
        from socialupph.ui.kit import icons  # noqa: PLC0415 -- not needed before the window is painted
        from socialupph.ui.kit.theme import Theme  # noqa: PLC0415 -- as above

        icons.install(paths.resource("icons"))
        Theme(self._app).apply(self._app, cast("Mode", self._theme))
