"""One window and the register in it. Another register gets a window of its own, so that nothing of the first stays in it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from socialupph.app import jobs, paths
from socialupph.ui.main_window import MainWindow

if TYPE_CHECKING:  # what is not needed for the first paint is read on another thread, or where it is used
    from socialupph.app.choosing import Choosing
    from socialupph.app.container import Container
    from socialupph.app.reception import Reception
    from socialupph.app.settings import ViewStore
    from socialupph.domain.clock import Clock
    from socialupph.services.registry import Services
    from socialupph.ui.kit.changes import ChangeBus
    from socialupph.ui.kit.dialogs import Dialogs
    from socialupph.ui.kit.tasks import Tasks

FIRST_AREA: Final = "today"
Step = Callable[[], object]


@dataclass(frozen=True, slots=True)
class House:
    """What every window is lent."""

    clock: "Clock"
    settings: "ViewStore"
    report: Callable[[Exception], str]
    dialogs: "Dialogs | None" = None  # other than the window's own


class Front(QObject):
    """Bare at first; ``furnishing`` and ``filling`` are steps to be taken in turn, so that the window answers between them."""

    bus: "ChangeBus"
    reception: "Reception"

    def __init__(self, house: House, choosing: "Choosing", parent: QObject) -> None:
        super().__init__(parent)
        self._house, self._choosing = house, choosing
        self.window = MainWindow(house.settings)
        self.container: Container | None = None
        self._dialogs = house.dialogs

    @property
    def dialogs(self) -> "Dialogs":
        """Where something is asked."""
        if self._dialogs is None:
            from socialupph.ui.kit.dialogs import WindowDialogs  # noqa: PLC0415 -- read when something is asked

            self._dialogs = WindowDialogs(self.window)
        return self._dialogs

    def furnishing(self, *, framed: bool) -> tuple[Step, ...]:
        """Put in everything that stands around the pages; ``framed`` says whether it is shown without a register too."""
        from socialupph.ui.kit.changes import ChangeBus  # noqa: PLC0415 -- read while the window is bare

        self.bus = ChangeBus(self)
        return (
            lambda: self.window.furnish_frame(self.bus, self._house.clock),
            self.window.furnish_commands,
            lambda: self._receive(framed=framed),
        )

    def _receive(self, *, framed: bool) -> None:
        from socialupph.app.reception import Choices, Reception  # noqa: PLC0415 -- read while the window is bare

        choices = Choices(self._choosing.demo, self._choosing.new, self._choosing.ask)
        self.reception = Reception(self.window, choices, framed=framed)
        self.window.help_asked.connect(self._help)

    def filling(self, services: "Services", tasks: "Tasks") -> tuple[Step, ...]:
        """Put an open register in. ``container`` is there after the last step."""
        made: list[Container] = []

        def contain() -> None:
            from socialupph.app.container import Container  # noqa: PLC0415 -- read already, by the job that opened it

            dialogs, house = self.dialogs, self._house
            made.append(
                Container(self.window, services, jobs.Hands(self.bus, tasks, dialogs, house.settings, house.report))
            )

        def fill() -> None:
            made[0].fill()
            self.window.commands_menu.add(self._choosing.actions())

        def show() -> None:
            self.window.show_frame(shown=True)
            self.window.restore(FIRST_AREA)
            self.window.router.gate.shut()  # until the other pages have been read
            self.container = made[0]

        return contain, fill, show

    def let_go(self) -> None:
        """Close the register."""
        if self.container is not None:
            self.container.close()
            self.container = None

    def put_away(self) -> None:
        """Close window and register for good."""
        self.window.close()
        self.window.deleteLater()
        self.let_go()
        self.deleteLater()

    def _help(self, topic: str) -> None:
        from socialupph.ui.kit.help_page import HelpPage  # noqa: PLC0415 -- not needed before somebody asks

        if self.container is not None:
            topic = topic or self.window.router.area()
            self.window.router.push(HelpPage(self.container.context, paths.handbook(), topic))
