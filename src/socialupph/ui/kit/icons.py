"""Icons: one family of SVG files, coloured from the palette when they are drawn."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from socialupph.ui.kit.colours import tokens

_SIZES = (16, 20)
_folder: Path | None = None


class MissingIconError(LookupError):
    """No file bears that name, or ``install`` was never called: a fault in the program, not in the register."""


def install(folder: Path) -> None:
    """Take icons from ``folder``, where they are called ``name_20_regular.svg``."""
    global _folder  # noqa: PLW0603 -- one icon folder for the process, set once at start by app
    _folder = folder
    _file.cache_clear()
    _renderer.cache_clear()
    _pixmap.cache_clear()


@lru_cache(maxsize=256)
def _file(name: str, size: int, filled: bool) -> Path:
    if _folder is None:
        msg = "icons.install(folder) has not been called"
        raise MissingIconError(msg)
    style = "filled" if filled else "regular"
    other = _SIZES[0] if size == _SIZES[1] else _SIZES[1]
    for candidate in (f"{name}_{size}_{style}.svg", f"{name}_{other}_{style}.svg", f"{name}.svg"):
        path = _folder / candidate
        if path.is_file():
            return path
    msg = f"{name} ({style})"
    raise MissingIconError(msg)


@lru_cache(maxsize=256)
def _renderer(name: str, size: int, filled: bool) -> QSvgRenderer:
    path = _file(name, size, filled)
    renderer = QSvgRenderer(QByteArray(path.read_bytes()))
    if not renderer.isValid():
        raise MissingIconError(str(path.name))
    return renderer


@lru_cache(maxsize=1024)
def _pixmap(name: str, filled: bool, pixels: int, rgba: int | None) -> QPixmap:
    # Read first: an error raised with a painter open on an image takes the process with it.
    renderer = _renderer(name, _SIZES[0] if pixels < _SIZES[1] else _SIZES[1], filled)
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(image.rect()))
    if rgba is not None:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(image.rect(), QColor.fromRgba(rgba))
    painter.end()
    return QPixmap.fromImage(image)


def require(name: str, *, filled: bool = False) -> str:
    """``name`` when its file is there, else MissingIconError: called when a widget is made, not when it paints."""
    _file(name, _SIZES[1], filled)
    return name


def draw_icon(painter: QPainter, rect: QRect, name: str, colour: QColor, *, filled: bool = False) -> None:
    """Draw ``name`` as a square in the middle of ``rect``, sharp at the painter's device ratio."""
    side = min(rect.width(), rect.height())
    pixmap = pixmap_of(name, side, painter.device().devicePixelRatio(), colour, filled=filled)
    painter.drawPixmap(rect.x() + (rect.width() - side) // 2, rect.y() + (rect.height() - side) // 2, pixmap)


def pixmap_of(name: str, side: int, ratio: float, colour: QColor | None, *, filled: bool = False) -> QPixmap:
    """``name`` in ``colour`` (None keeps the file's own colours), ``side`` wide in logical pixels."""
    pixels = max(1, round(side * ratio))
    # A copy, so that the ratio set here does not follow the cached one to another screen.
    pixmap = QPixmap(_pixmap(name, filled, pixels, None if colour is None else colour.rgba()))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


class _PaletteEngine(QIconEngine):
    """Draws with the palette of the moment, so that menus follow a change of theme."""

    def __init__(self, name: str, filled: bool, tone: str) -> None:
        super().__init__()
        self._name, self._filled, self._tone = name, filled, tone

    def _colour(self, mode: QIcon.Mode) -> QColor:
        now = tokens()
        if mode == QIcon.Mode.Disabled:
            return now.dis_text
        if mode == QIcon.Mode.Selected:
            return now.sel_text
        return now.colour(self._tone)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        draw_icon(painter, rect, self._name, self._colour(mode), filled=self._filled)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        side = min(size.width(), size.height())
        return pixmap_of(self._name, side, 1.0, self._colour(mode), filled=self._filled)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        # Qt asks here in device pixels and expects the ratio to be set by us.
        pixmap = self.pixmap(size, mode, state)
        pixmap.setDevicePixelRatio(scale)
        return pixmap

    def clone(self) -> QIconEngine:
        return _PaletteEngine(self._name, self._filled, self._tone)


def icon(name: str, *, filled: bool = False, tone: str = "text2") -> QIcon:
    """``name`` as a QIcon for menus and line edits; raises MissingIconError at once when there is no such file."""
    require(name, filled=filled)
    return QIcon(_PaletteEngine(name, filled, tone))
