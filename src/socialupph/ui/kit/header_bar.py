"""The head of a page: title, count in words, and buttons that lose their words when there is little room."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from socialupph.i18n import _
from socialupph.ui.kit.buttons import Button
from socialupph.ui.kit.labels import LinkButton, Pill, ToneLabel
from socialupph.ui.kit.metrics import RING_SPACE, metrics


class HeaderBar(QWidget):
    """Title, pill and count to the left; buttons to the right. Its least width is that of the buttons' icons."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._buttons: list[Button] = []
        self.title = ToneLabel(title, "title", elide=True)
        self.pill = Pill(parent=self)
        self.count = ToneLabel("", "body", "text2", elide=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, RING_SPACE, RING_SPACE, RING_SPACE)  # room for the rings of its buttons
        self._row.setSpacing(metrics().grid)
        self._row.addWidget(self.title)
        self._row.addWidget(self.pill)
        self._row.addWidget(self.count, 1)
        self.pill.hide()

    def add_button(self, button: Button, *, first: bool = False) -> Button:
        """Put ``button`` last; quiet ones first, then secondary, the primary at the end. ``first`` puts it before the others."""
        at = self._row.count() - len(self._buttons) if first else self._row.count()
        self._buttons.insert(0 if first else len(self._buttons), button)
        self._row.insertWidget(at, button)
        self._fit()
        return button

    def set_count(self, text: str) -> None:
        """How many, in words."""
        self.count.setText(text)
        self._fit()

    def _fit(self) -> None:
        """Take words away from the quietest button first, until title and count fit."""
        buttons = [button for button in self._buttons if not button.isHidden()]
        for button in buttons:
            button.set_words_shown(True)
        texts = self.title.sizeHint().width() + self.count.sizeHint().width() + self.pill.sizeHint().width()
        for button in buttons:
            gaps = (len(buttons) + 3) * metrics().grid
            if texts + sum(b.sizeHint().width() for b in buttons) + gaps <= self.width():
                break
            button.set_words_shown(False)

    def refit(self) -> None:
        """Measure again, after buttons were shown or hidden."""
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()


class Breadcrumb(QWidget):
    """Where one is: links to what lies above, and this."""

    followed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(metrics().px(6))
        self.setAccessibleName(_("Sökväg"))

    def set_trail(self, trail: Sequence[tuple[str, object]], here: str) -> None:
        """Links to each of ``trail`` (words and what to give back), then ``here``."""
        while self._row.count():
            widget = self._row.takeAt(0).widget()  # pyright: ignore[reportOptionalMemberAccess] -- count() says there is one
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for words, target in trail:
            link = LinkButton(words, target, step="small")
            link.followed.connect(self.followed)
            self._row.addWidget(link)
            self._row.addWidget(ToneLabel("›", "small", "text3"))
        self._row.addWidget(ToneLabel(here, "small", "text2", elide=True), 1)


class PageHead(QWidget):
    """The zone at the top of a page, with the margins all pages share."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = QVBoxLayout(self)
        size = metrics()
        top, right = (
            size.px(12) - RING_SPACE,
            size.page_right - RING_SPACE,
        )  # the bar has that much room about it itself
        self.rows.setContentsMargins(size.page_left, top, right, size.px(10))
        self.rows.setSpacing(size.grid - RING_SPACE)
