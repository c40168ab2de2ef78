"""What the window shows while no register is open: that one is being opened, or the first start page."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from socialupph.ui.kit.opening import Opening

if TYPE_CHECKING:
    from socialupph.ui.features.first_start import FirstStart
    from socialupph.ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be done without a register."""

    demo: Callable[[], None]
    new: Callable[[], None]
    open: Callable[[], None]


class Reception:
    """Lives in a window until a register has come. ``framed`` says whether the window is dressed as with a register."""

    def __init__(self, window: "MainWindow", choices: Choices, *, framed: bool) -> None:
        self._window, self._choices, self._framed = window, choices, framed
        self._opening = Opening()
        self._page: FirstStart | None = None
        window.stack.addWidget(self._opening)

    def tell(self, text: str) -> None:
        """Say what is being opened: on the start page where that is shown, else in an empty window."""
        if self._page is not None:
            self._page.busy(text)
            return
        self._opening.tell(text)
        self._window.show_frame(shown=True)
        self._window.stack.setCurrentWidget(self._opening)

    def ask(self) -> "FirstStart":
        """Show the first start page."""
        self._window.show_frame(shown=self._framed)
        page = self._page = self._page or self._made()
        self._window.stack.setCurrentWidget(page)
        return page

    def _made(self) -> "FirstStart":
        from socialupph.ui.features.first_start import FirstStart  # noqa: PLC0415 -- only when no register is opened

        page = FirstStart()
        page.demo_asked.connect(self._choices.demo)
        page.new_asked.connect(self._choices.new)
        page.open_asked.connect(self._choices.open)
        self._window.stack.addWidget(page)
        return page
