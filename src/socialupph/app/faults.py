"""What nobody foresaw: kept in a report without personal data, and told in one sentence."""

from typing import TYPE_CHECKING

from socialupph.i18n import _

if TYPE_CHECKING:
    from socialupph.app.crash import CrashReporter


class Faults:
    """Keeps errors with ``reporter`` and says where the report is."""

    def __init__(self, reporter: "CrashReporter") -> None:
        self._reporter = reporter

    def report(self, error: Exception) -> str:
        """Keep ``error``; what the user is told of it."""
        self._reporter.keep(error)
        return self.told()

    def told(self) -> str:
        """What the user is told of anything unforeseen."""
        text = _("Något oväntat hände. Det du hade sparat är kvar. En felrapport utan personuppgifter finns i {file}.")
        return text.format(file=self._reporter.log.name)
