"""Files and papers of what is on screen: chosen place, written whole, noted in the log."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from socialupph.domain.kinds import AuditKind
from socialupph.i18n import _, translate

if TYPE_CHECKING:  # reportlab and spreadsheets are read when the first paper or file is made
    from socialupph.domain.changes import Changes
    from socialupph.services.registry import Services
    from socialupph.specs.tables import TableSpec
    from socialupph.ui.kit.commands import Commands
    from socialupph.ui.kit.dialogs import Dialogs
    from socialupph.ui.kit.page_base import PaperDesk


class WindowOutputs:
    """The kit's ``ListOutputs``."""

    def __init__(self, services: "Services", commands: "Commands", dialogs: "Dialogs", desk: "PaperDesk") -> None:
        self._services, self._commands, self._dialogs, self._desk = services, commands, dialogs, desk

    def export(self, spec: "TableSpec[Any]", rows: Callable[[], Sequence[Any]], told: str) -> None:
        """Write the rows to an xlsx or csv the user chooses."""
        suggested = f"{spec.name}-{self._services.clock.today().isoformat()}.xlsx"
        path = self._dialogs.save_file(
            _("Exportera {title}").format(title=translate(spec.title).lower()),
            suggested,
            _("Excel (*.xlsx);;CSV för Excel (*.csv)"),
        )
        if path is None:
            return
        action = _Export(self._services, spec, rows, path, told)
        self._commands.run(action, done_text=_("{name} är sparad.").format(name=path.name), undo=False)

    def print(self, spec: "TableSpec[Any]", rows: Callable[[], Sequence[Any]], told: str) -> None:
        """Show the rows as paper."""
        from socialupph.documents.register_list import (  # noqa: PLC0415 -- reportlab is read when a paper is made
            RegisterListPaper,
            register_list,
        )

        paper = RegisterListPaper(spec, spec.columns, rows(), told)
        setting = self._services.settings.paper("SU-00")
        self._desk.show(register_list(paper, setting, self._desk.fonts()), spec.name)


class _Export:
    """Writes the file and notes that it was done, as one thing that can be refused.

    A workbook says on a second sheet what was chosen, of which register and when.
    """

    def __init__(
        self, services: "Services", spec: "TableSpec[Any]", rows: Callable[[], Sequence[Any]], path: Path, told: str
    ) -> None:
        self._services, self._spec, self._rows = services, spec, rows
        self._path, self._told = path, told

    def __call__(self) -> "Changes":
        from socialupph.exchange.table_files import write_csv, write_xlsx  # noqa: PLC0415 -- read when a file is written

        rows, columns = self._rows(), [column.key for column in self._spec.columns]
        if self._path.suffix.lower() == ".csv":
            write_csv(self._spec, rows, columns, self._path)
        else:
            write_xlsx(self._spec, rows, columns, self._path, facts=self._facts(len(rows)))
        return self._services.audit.note(AuditKind.EXPORTED, self._spec.name, str(len(rows)))

    def _facts(self, count: int) -> dict[str, str]:
        settings = self._services.settings.load()
        return {
            _("Kommun"): settings.municipality,
            _("Register"): self._services.path.name,
            _("Uttag"): self._services.clock.today().isoformat(),
            _("Urval"): self._told or _("Alla rader"),
            _("Antal rader"): str(count),
        }
