"""Taking in sheets of one's own: choose files or a whole folder, answer what only you know, see every row, then *Importera*."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QStackedLayout, QWidget

from socialupph.domain.changes import Changes, Entity
from socialupph.domain.commands.register_sheets import SheetKind
from socialupph.domain.errors import SocialUpphError
from socialupph.domain.views.imports import RowState
from socialupph.i18n import _, formats
from socialupph.services.registry import Services
from socialupph.specs import register_sheet_preview as specs
from socialupph.specs.marks import Tone
from socialupph.specs.messages import message
from socialupph.ui.features.imports.columns import Mapping as Columns
from socialupph.ui.features.imports.sheet_work import (
    Answer,
    Loaded,
    ReadAgain,
    ReadSheets,
    SetKind,
    SetMapping,
    Stopper,
    Work,
    WriteSheets,
    WriteTemplates,
)
from socialupph.ui.features.imports.sheets_body import SheetsBody
from socialupph.ui.kit.actions import Action
from socialupph.ui.kit.buttons import Button, Role
from socialupph.ui.kit.changes import CarriedOut
from socialupph.ui.kit.drop_area import DropArea
from socialupph.ui.kit.drop_page import DropPage
from socialupph.ui.kit.form import FormFoot
from socialupph.ui.kit.header_bar import HeaderBar, PageHead
from socialupph.ui.kit.labels import Hairline
from socialupph.ui.kit.page import PageContext

WATCHES = frozenset(
    {
        Entity.SUPPLIER,
        Entity.CONTACT,
        Entity.WORKPLACE,
        Entity.CONTRACT,
        Entity.REQUIREMENT,
        Entity.CANDIDATE,
        Entity.PLACEMENT,
        Entity.FOLLOW_UP,
        Entity.SESSION,
        Entity.SIGN_UP,
    }
)


class SheetsPage(DropPage):
    """Nothing is written before *Importera*; then all sheets are one operation that *Ångra* takes back."""

    def __init__(self, context: PageContext, services: Services) -> None:
        super().__init__(context, _("Läs in egna listor"), watches=WATCHES)
        self._services = services
        self.loaded: Loaded | None = None
        self._job = -1
        self._stopper: Stopper | None = None
        self.setAcceptDrops(True)
        self.header = HeaderBar(self.title)
        self.files_button = self.header.add_button(
            Button(_("Välj andra filer"), Role.SECONDARY, icon="open", key="Ctrl+O", small=True)
        )
        self.folder_button = Button(_("Välj en mapp"), Role.SECONDARY, key="Ctrl+Shift+O")
        self.templates_button = Button(_("Mallar att fylla i"), Role.QUIET, icon="document_bullet_list")
        self.drop = DropArea(
            _("Dra hit dina listor eller hela mappen"),
            _(
                "Leverantörer med kontakter, kandidater, pågående placeringar, uppföljningar och hållna kurser, i xlsx, ods eller "
                "csv. Programmet ser vad varje blad är, tar dem i rätt ordning och frågar om det som bara du vet. Inget skrivs i "
                "registret innan du har sett varje rad."
            ),
            _("Välj filer"),
            "Ctrl+O",
            self.folder_button,
            self.templates_button,
        )
        self.body = SheetsBody()
        self.skip = QCheckBox("")
        self.foot = FormFoot(specs.import_text(0))
        self._build()
        self._connect()
        self._fit()

    def _build(self) -> None:
        head = PageHead()
        head.rows.addWidget(self.header)
        self.rows.addWidget(head)
        self.rows.addWidget(Hairline())
        host = QWidget()
        self._stack = QStackedLayout(host)
        self._stack.addWidget(self.drop)
        self._stack.addWidget(self.body)
        self.rows.addWidget(host, 1)
        self.foot.row.insertWidget(1, self.skip)
        self.rows.addWidget(self.foot)

    def _connect(self) -> None:
        self.drop.asked.connect(self.choose_files)
        self.files_button.clicked.connect(self.choose_files)
        self.folder_button.clicked.connect(self.choose_folder)
        self.templates_button.clicked.connect(self.make_templates)
        self.body.found.kind_chosen.connect(self._kind_chosen)
        self.body.found.mapping_chosen.connect(self._mapping_chosen)
        self.body.questions.answered.connect(self._answered)
        self.skip.toggled.connect(self._fit)
        self.foot.cancel_asked.connect(self.leave)
        self.foot.save_asked.connect(self.write)
        self.add_actions(
            (
                Action("sheets.files", _("Välj filer"), self.choose_files, "open", "Ctrl+O"),
                Action("sheets.folder", _("Välj en mapp med listor"), self.choose_folder, "open", "Ctrl+Shift+O"),
                Action("sheets.templates", _("Skapa mallar att fylla i"), self.make_templates, "document_bullet_list"),
                Action("sheets.write", _("Importera"), self.write, "arrow_import", "Ctrl+S"),
            )
        )

    # ---- reading

    def choose_files(self) -> None:
        """Ask for the files."""
        patterns = _("Listor (*.xlsx *.xlsm *.ods *.csv *.tsv *.txt);;Alla filer (*)")
        paths = self.context.dialogs.open_files(_("Välj dina listor"), patterns)
        if paths:
            self.take_paths(paths)

    def choose_folder(self) -> None:
        """Ask for a folder whose files are taken together."""
        folder = self.context.dialogs.choose_folder(_("Välj mappen med listorna"))
        if folder is not None:
            self.take_paths((folder,))

    def make_templates(self) -> None:
        """Ask for a folder and write a workbook to fill in for each kind of list."""
        folder = self.context.dialogs.choose_folder(_("Var ska mallarna ligga?"))
        if folder is not None:
            self.context.tasks.run(WriteTemplates(self._services, folder), self._templates_made, self._failed)

    def _templates_made(self, written: Sequence[Path]) -> None:
        self.banner.say(specs.templates_text(len(written), written[0].parent.name), Tone.GOOD)

    def take_paths(self, paths: Sequence[Path]) -> None:
        """Read these files and folders; what was shown before stays until they have been read."""
        self.skip.setChecked(False)
        self._start(ReadSheets(self._services, tuple(paths)), _("Läser listorna …"))

    def reload(self) -> None:
        """Read the files again: they may have been put right in Excel, or the register has changed."""
        if self.loaded is not None and self._stopper is None:
            self._start(ReadAgain(self._services, self.loaded), _("Läser listorna …"))

    def _kind_chosen(self, number: int, kind: SheetKind | None) -> None:
        if self.loaded is not None:
            self._start(SetKind(self._services, self.loaded, number, kind), _("Läser bladet …"))

    def _mapping_chosen(self, number: int, mapping: Columns) -> None:
        if self.loaded is not None:
            self._start(SetMapping(self._services, self.loaded, number, mapping), _("Läser kolumnerna …"))

    def _answered(self, answers: Mapping[str, str]) -> None:
        if self.loaded is not None:
            self._start(Answer(self._services, self.loaded, answers), _("Jämför med registret …"))

    def _start(self, work: Work, told: str) -> None:
        self.context.tasks.forget(self._job)
        self._tell_busy(told)
        self._job = self.context.tasks.run(work, self._show, self._failed)

    def _show(self, loaded: Loaded) -> None:
        self._job = -1
        before, self.loaded = self.loaded, loaded
        first = before is None or before.paths != loaded.paths
        self.banner.clear()
        self._stack.setCurrentIndex(1)
        self.header.set_count(loaded.name)
        self.body.show_loaded(loaded, first=first)
        self._fit()
        if first:
            self.focus_first()

    def _failed(self, error: Exception) -> None:
        """Say it in the banner; what was shown before stays."""
        self._job = -1
        self._stopper = None
        self._fit()
        if isinstance(error, SocialUpphError):
            self.banner.say(message(error), Tone.BAD)
        else:
            self.context.commands.tell(error)

    # ---- what can be done now

    def _tell_busy(self, told: str) -> None:
        self.foot.note.setText(told)
        self.foot.save.setEnabled(False)
        self.page_actions.set_enabled("sheets.write", False)

    def _fit(self) -> None:
        """Bring foot and head in step with what was read."""
        loaded = self.loaded
        self.files_button.setVisible(loaded is not None)
        self.foot.save.setVisible(loaded is not None)
        wrong = 0 if loaded is None else loaded.preview.count(RowState.ERROR)
        written = 0 if loaded is None else loaded.written
        self.skip.setVisible(bool(wrong and written))
        self.skip.setText(specs.skip_text(written, wrong))
        self.foot.save.set_words(specs.import_text(written))
        self.foot.note.setText("" if loaded is None else specs.total_text(loaded.preview, loaded.not_read))
        self.foot.save.setEnabled(self.can_write())
        self.page_actions.set_enabled("sheets.write", self.can_write())

    def can_write(self) -> bool:
        """Whether *Importera* does anything: something to write, and no mistakes unless they are to be left."""
        loaded = self.loaded
        if loaded is None or self._job >= 0 or not loaded.written:
            return False
        return not loaded.preview.count(RowState.ERROR) or self.skip.isChecked()

    # ---- writing

    def write(self) -> None:
        """Write all rows of all sheets, on another thread, as one operation."""
        if self.loaded is None or not self.can_write():
            return
        self._stopper = Stopper()
        self._tell_busy(_("Importerar {n} rader …").format(n=formats.integer(self.loaded.written)))
        work = WriteSheets(self._services, self.loaded, self.skip.isChecked(), self._stopper)
        self._job = self.context.tasks.run(work, self._written, self._failed)

    def _written(self, changes: Changes) -> None:
        self._job = -1
        self._stopper = None
        loaded, self.loaded = self.loaded, None  # what is told now needs no comparing again
        if loaded is None:
            return
        told = specs.done_text(loaded.written, loaded.preview.count(RowState.ERROR))
        self.context.commands.run(CarriedOut(changes), done_text=told)
        self.back_asked.emit()

    def leave(self) -> None:
        """While it is written: stop, with nothing written. Else go back."""
        if self._stopper is not None:
            self._stopper.stop()
            self.foot.note.setText(_("Avbryter …"))
        else:
            self.back_asked.emit()

    def may_leave(self) -> bool:
        """Not while it is being written."""
        if self._stopper is not None:
            self.banner.say(_("Listorna håller på att importeras. Vänta, eller avbryt först."), Tone.WARN)
        return self._stopper is None

    def release(self) -> None:
        self.context.tasks.forget(self._job)
        super().release()

    # ---- the page

    def focus_first(self) -> None:
        if self.loaded is None:
            self.drop.button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.body.work_place().setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> Sequence[QWidget]:
        if self.loaded is None:
            return (self.drop.button,)
        return (self.files_button, *self.body.panes(), self.foot.cancel)
