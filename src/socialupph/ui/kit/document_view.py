"""A paper before it is printed: the pages of the PDF itself, which printing draws again."""

import importlib
from typing import Final, Protocol, cast

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from socialupph.i18n import _
from socialupph.ui.kit.colours import tokens
from socialupph.ui.kit.metrics import metrics

_POINT: Final = 72.0
_SCREEN: Final = 96.0
_STEPS: Final = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)


class Pages(Protocol):
    """The pages of an open document."""

    def count(self) -> int:
        """How many there are."""
        ...

    def size(self, number: int) -> tuple[float, float]:
        """Width and height in points."""
        ...

    def image(self, number: int, scale: float) -> QImage:
        """The page drawn at ``scale`` pixels a point."""
        ...


class _Bitmap(Protocol):
    """What is used of a drawn page; pypdfium2 ships no types."""

    buffer: bytes
    width: int
    height: int
    stride: int
    n_channels: int


class _PdfPage(Protocol):
    def get_size(self) -> tuple[float, float]: ...

    def render(self, **how: float) -> _Bitmap: ...


class _Pdf(Protocol):
    def __len__(self) -> int: ...

    def __getitem__(self, number: int) -> _PdfPage: ...

    def close(self) -> None: ...


class PdfPages:
    """Pages of a PDF, drawn by pdfium; loaded when the first paper is looked at."""

    def __init__(self, content: bytes) -> None:
        # Here, because it costs 40 ms at start and most sessions print nothing.
        pdfium = importlib.import_module("pypdfium2")
        self._document = cast("_Pdf", pdfium.PdfDocument(content))

    def count(self) -> int:
        return len(self._document)

    def size(self, number: int) -> tuple[float, float]:
        return self._document[number].get_size()

    def image(self, number: int, scale: float) -> QImage:
        bitmap = self._document[number].render(scale=scale, rev_byteorder=True)
        data = bytes(bitmap.buffer)
        form = QImage.Format.Format_RGB888 if bitmap.n_channels == 3 else QImage.Format.Format_RGBX8888
        # copy() because the buffer is pdfium's own.
        return QImage(data, bitmap.width, bitmap.height, bitmap.stride, form).copy()

    def close(self) -> None:
        """Let go of the document."""
        self._document.close()


class _PageView(QWidget):
    """One page; drawn when it comes into view, so a hundred pages open as fast as one."""

    def __init__(self, pages: Pages, number: int) -> None:
        super().__init__()
        self._pages, self._number = pages, number
        self._scale = 1.0
        self._pixmap: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Sida {n} av {all}").format(n=number + 1, all=pages.count()))

    def set_scale(self, scale: float) -> None:
        """Pixels for each point."""
        self._scale = scale
        self._pixmap = None
        wide, high = self._pages.size(self._number)
        self.setFixedSize(QSize(round(wide * scale) + 2, round(high * scale) + 2))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        if self._pixmap is None:
            self._pixmap = QPixmap.fromImage(self._pages.image(self._number, self._scale * ratio))
            self._pixmap.setDevicePixelRatio(ratio)
        painter.fillRect(self.rect(), tokens().line)
        painter.drawPixmap(1, 1, self._pixmap)


class DocumentView(QScrollArea):
    """The pages below one another. Ctrl + and Ctrl − change the size, Ctrl 0 fits the width."""

    def __init__(self, pages: Pages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self._zoom = 0.0  # 0 fits the width
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setAccessibleName(_("Förhandsvisning"))
        sheet = QWidget()
        self._rows = QVBoxLayout(sheet)
        size = metrics()
        self._rows.setContentsMargins(size.gap, size.gap, size.gap, size.gap)
        self._rows.setSpacing(size.gap)
        self._views = [_PageView(pages, number) for number in range(pages.count())]
        for view in self._views:
            self._rows.addWidget(view, 0, Qt.AlignmentFlag.AlignHCenter)
        self._rows.addStretch(1)
        self.setWidget(sheet)
        sheet.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self._rescale()

    def zoom(self) -> float:
        """The size now, 1.0 for as on paper."""
        return self._scale() * _POINT / _SCREEN

    def step_zoom(self, way: int) -> None:
        """One size larger (1) or smaller (-1)."""
        now = self.zoom()
        larger = [step for step in _STEPS if step > now + 0.01]
        smaller = [step for step in _STEPS if step < now - 0.01]
        if way > 0 and larger:
            self._zoom = larger[0]
        elif way < 0 and smaller:
            self._zoom = smaller[-1]
        self._rescale()

    def fit_width(self) -> None:
        """As wide as the window lets it."""
        self._zoom = 0.0
        self._rescale()

    def _scale(self) -> float:
        if self._zoom:
            return self._zoom * _SCREEN / _POINT
        widest = max((self._pages.size(number)[0] for number in range(self._pages.count())), default=595.0)
        room = self.viewport().width() - 2 * metrics().gap - 4
        return max(0.3, min(room / widest, 1.6 * _SCREEN / _POINT))

    def _rescale(self) -> None:
        scale = self._scale()
        for view in self._views:
            view.set_scale(scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._zoom:
            self._rescale()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.step_zoom(1)
        elif control and event.key() == Qt.Key.Key_Minus:
            self.step_zoom(-1)
        elif control and event.key() == Qt.Key.Key_0:
            self.fit_width()
        else:
            super().keyPressEvent(event)


def print_pages(pages: Pages, printer: QPrinter) -> None:
    """Draw the chosen pages on ``printer``, each as large as its paper."""
    first = max(1, printer.fromPage()) - 1
    last = (printer.toPage() or pages.count()) - 1
    painter = QPainter(printer)
    for number in range(first, min(last, pages.count() - 1) + 1):
        if number > first:
            printer.newPage()
        image = pages.image(number, min(printer.resolution(), 300) / _POINT)
        wide, high = pages.size(number)
        dots = printer.resolution() / _POINT
        painter.drawImage(QRect(0, 0, round(wide * dots), round(high * dots)), image)
    painter.end()
