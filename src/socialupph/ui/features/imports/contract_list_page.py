"""Taking in a contract list: choose the file, see which column is what, see every row, then *Importera*."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from socialupph.domain.changes import Changes, Entity
from socialupph.domain.errors import SocialUpphError
from socialupph.i18n import _, formats
from socialupph.services.registry import Services
from socialupph.specs import import_preview as specs
from socialupph.specs.import_preview import LineState
from socialupph.specs.marks import Tone
from socialupph.specs.messages import message
from socialupph.ui.features.imports.columns import ColumnsCard
from socialupph.ui.features.imports.contract_list_work import (
    Loaded,
    MapAgain,
    Mapping,
    ReadAgain,
    ReadList,
    Work,
    WriteList,
)
from socialupph.ui.features.imports.preview import PreviewCard
from socialupph.ui.kit.actions import Action
from socialupph.ui.kit.buttons import Button, Role
from socialupph.ui.kit.changes import CarriedOut
from socialupph.ui.kit.drop_area import DropArea
from socialupph.ui.kit.drop_page import FilePage
from socialupph.ui.kit.fields import ComboBox
from socialupph.ui.kit.form import FormFoot
from socialupph.ui.kit.header_bar import Breadcrumb, HeaderBar, PageHead
from socialupph.ui.kit.labels import Hairline, ToneLabel
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.page import Destination, PageContext

WATCHES = frozenset({Entity.CONTRACT, Entity.SUPPLIER, Entity.BUYER, Entity.REQUIREMENT})


class ContractListPage(FilePage):
    """Nothing is written before *Importera*; then all of it is one operation that *Ångra* takes back."""

    def __init__(self, context: PageContext, services: Services) -> None:
        super().__init__(context, _("Läs in kontraktslista"), watches=WATCHES)
        self._services = services
        self.loaded: Loaded | None = None
        self._job = -1
        self._writing = False
        self.setAcceptDrops(True)
        self.header = HeaderBar(self.title)
        self.file_button = self.header.add_button(
            Button(_("Välj en annan fil"), Role.SECONDARY, icon="open", key="Ctrl+O", small=True)
        )
        self.drop = DropArea(
            _("Dra hit kontraktslistan, eller välj den"),
            _(
                "Den kan vara ur Excel eller ett avtalssystem: xlsx, ods, csv eller tsv. Rubriker, datum och belopp "
                "känns igen, och inget skrivs i registret innan du har sett varje rad."
            ),
            _("Välj fil"),
            "Ctrl+O",
        )
        self.columns, self.preview = ColumnsCard(), PreviewCard(specs.TABLE)
        self.sheets = ComboBox()
        self.sheet_label = ToneLabel(_("Blad"), "label")
        self.told = ToneLabel("", "body", "text2", wrap=True)
        self.skip = QCheckBox("")
        self.foot = FormFoot(specs.import_text(0))
        self._build()
        self._connect()
        self._fit()

    def _build(self) -> None:
        size = metrics()
        crumbs = Breadcrumb()
        crumbs.set_trail(((_("Kontrakt"), Destination("contracts")),), self.title)
        crumbs.followed.connect(self.go_to)
        head = PageHead()
        head.rows.addWidget(crumbs)
        head.rows.addWidget(self.header)
        self.rows.addWidget(head)
        self.rows.addWidget(Hairline())
        host = QWidget()
        self._stack = QStackedLayout(host)
        self._stack.addWidget(self.drop)
        self._stack.addWidget(self._body())
        self.rows.addWidget(host, 1)
        self.foot.row.insertWidget(1, self.skip)
        self.rows.addWidget(self.foot)
        self.sheets.setMinimumWidth(size.px(200))

    def _body(self) -> QWidget:
        size = metrics()
        body = QWidget()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(size.page_left, size.px(10), size.page_right, size.grid)
        rows.setSpacing(size.grid)
        about = QHBoxLayout()
        about.setSpacing(size.grid)
        about.addWidget(self.told, 1)
        self.sheet_label.setBuddy(self.sheets)
        self.sheets.setAccessibleName(_("Blad"))
        self.sheets.setFixedHeight(size.small)
        about.addWidget(self.sheet_label)
        about.addWidget(self.sheets)
        rows.addLayout(about)
        rows.addWidget(self.columns)
        rows.addWidget(self.preview, 1)
        return body

    def _connect(self) -> None:
        self.drop.asked.connect(self.choose_file)
        self.file_button.clicked.connect(self.choose_file)
        self.sheets.activated.connect(self._sheet_chosen)
        self.columns.mapping_chosen.connect(self._map_again)
        self.skip.toggled.connect(self._fit)
        self.foot.cancel_asked.connect(self.back_asked)
        self.foot.save_asked.connect(self.write)
        self.add_actions(
            (
                Action("import.file", _("Välj fil"), self.choose_file, "open", "Ctrl+O"),
                Action("import.write", _("Importera"), self.write, "arrow_import", "Ctrl+S"),
            )
        )

    # ---- reading

    def choose_file(self) -> None:
        """Ask for the file."""
        path = self.context.dialogs.open_file(
            _("Välj kontraktslistan"), _("Listor (*.xlsx *.xlsm *.ods *.csv *.tsv *.txt);;Alla filer (*)")
        )
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Read this file; what was shown before stays until it has been read."""
        self.skip.setChecked(False)
        self._start(ReadList(self._services.imports, path), _("Läser {name} …").format(name=path.name))

    def reload(self) -> None:
        """Read the file again: it may have been put right in Excel, or the register has changed."""
        if self.loaded is not None and not self._writing:
            work = ReadAgain(self._services.imports, self.loaded)
            self._start(work, _("Läser {name} …").format(name=self.loaded.path.name))

    def _sheet_chosen(self) -> None:
        if self.loaded is not None:
            sheet = self.sheets.currentText()
            self._start(
                ReadList(self._services.imports, self.loaded.path, sheet),
                _("Läser bladet {sheet} …").format(sheet=sheet),
            )

    def _map_again(self, mapping: Mapping) -> None:
        if self.loaded is not None:
            self._start(MapAgain(self._services.imports, self.loaded, mapping), _("Läser kolumnerna …"))

    def _start(self, work: Work, told: str) -> None:
        self.context.tasks.forget(self._job)
        self._tell_busy(told)
        self._job = self.context.tasks.run(work, self._show, self._failed)

    def _show(self, loaded: Loaded) -> None:
        self._job = -1
        before, self.loaded = self.loaded, loaded
        first = before is None or before.path != loaded.path
        self.banner.clear()
        self._stack.setCurrentIndex(1)
        self.header.set_count(loaded.path.name)
        self.sheets.clear()
        self.sheets.addItems(loaded.draft.sheets)
        self.sheets.setCurrentText(loaded.draft.sheet)
        self.told.setText(specs.notes_text(loaded.draft.notes))
        self.told.setVisible(bool(self.told.text()))
        self.columns.show_columns(loaded.columns)
        self.preview.show_lines(loaded.lines, first=first)
        self._fit()
        if first:
            self.focus_first()

    def _failed(self, error: Exception) -> None:
        """Say it in the banner; what was shown before stays."""
        self._job = -1
        self._writing = False
        self._fit()
        if isinstance(error, SocialUpphError):
            self.banner.say(message(error), Tone.BAD)
        else:
            self.context.commands.tell(error)

    # ---- what can be done now

    def _tell_busy(self, told: str) -> None:
        self.foot.note.setText(told)
        self.foot.save.setEnabled(False)
        self.skip.setEnabled(False)

    def _fit(self) -> None:
        """Bring foot and head in step with what was read."""
        loaded = self.loaded
        several = loaded is not None and len(loaded.draft.sheets) > 1
        self.sheets.setVisible(several)
        self.sheet_label.setVisible(several)
        self.file_button.setVisible(loaded is not None)
        self.foot.save.setVisible(loaded is not None)
        wrong = 0 if loaded is None else loaded.count(LineState.ERROR)
        written = 0 if loaded is None else loaded.written
        self.skip.setVisible(bool(wrong and written))
        self.skip.setEnabled(True)
        self.skip.setText(specs.skip_text(written, wrong))
        self.foot.save.set_words(specs.import_text(written))
        self.foot.note.setText("" if loaded is None else specs.total_text(loaded.lines))
        self.foot.save.setEnabled(self.can_write())
        self.page_actions.set_enabled("import.write", self.can_write())

    def can_write(self) -> bool:
        """Whether *Importera* does anything: something to write, and no mistakes unless they are to be left."""
        loaded = self.loaded
        if loaded is None or self._writing or self._job >= 0 or not loaded.written:
            return False
        return not loaded.count(LineState.ERROR) or self.skip.isChecked()

    # ---- writing

    def write(self) -> None:
        """Write the rows, on another thread, as one operation."""
        if self.loaded is None or not self.can_write():
            return
        self._writing = True
        self._tell_busy(_("Importerar {n} kontrakt …").format(n=formats.integer(self.loaded.written)))
        work = WriteList(self._services.imports, self.loaded, self.skip.isChecked())
        self._job = self.context.tasks.run(work, self._written, self._failed)

    def _written(self, changes: Changes) -> None:
        self._job = -1
        loaded = self.loaded
        if loaded is None:
            return
        told = specs.done_text(loaded.written, loaded.count(LineState.ERROR))
        self.loaded = None  # what is told now needs no comparing again
        self._writing = False
        self.context.commands.run(CarriedOut(changes), done_text=told)
        self.back_asked.emit()

    def may_leave(self) -> bool:
        """Not while it is being written."""
        if self._writing:
            self.banner.say(_("Listan håller på att importeras. Vänta tills den är klar."), Tone.WARN)
        return not self._writing

    def release(self) -> None:
        self.context.tasks.forget(self._job)
        super().release()

    # ---- the page

    def focus_first(self) -> None:
        if self.loaded is None:
            self.drop.button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.preview.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> Sequence[QWidget]:
        if self.loaded is None:
            return (self.drop.button,)
        return (self.file_button, self.columns.toggle, self.preview.table, self.foot.cancel)
