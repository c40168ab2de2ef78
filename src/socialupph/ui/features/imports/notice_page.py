"""Taking in a published award notice: choose the file, see what every contract becomes, then *Importera*."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QStackedLayout, QVBoxLayout, QWidget

from socialupph.domain.changes import Changes, Entity
from socialupph.domain.errors import SocialUpphError
from socialupph.i18n import _, formats
from socialupph.services.registry import Services
from socialupph.specs import notice_preview as specs
from socialupph.specs.import_preview import import_text
from socialupph.specs.marks import Tone
from socialupph.specs.messages import message
from socialupph.specs.notices import done_text
from socialupph.ui.features.imports.notice_work import Loaded, ReadNotice, WriteNotice
from socialupph.ui.features.imports.preview import PreviewCard
from socialupph.ui.kit.actions import Action
from socialupph.ui.kit.buttons import Button, Role
from socialupph.ui.kit.changes import CarriedOut
from socialupph.ui.kit.drop_area import DropArea
from socialupph.ui.kit.drop_page import FilePage
from socialupph.ui.kit.form import FormFoot
from socialupph.ui.kit.header_bar import Breadcrumb, HeaderBar, PageHead
from socialupph.ui.kit.labels import Hairline, ToneLabel
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.page import Destination, PageContext

WATCHES = frozenset({Entity.CONTRACT, Entity.SUPPLIER, Entity.BUYER, Entity.REQUIREMENT})


class NoticePage(FilePage):
    """Nothing is written before *Importera*; then all of it is one operation that *Ångra* takes back."""

    def __init__(self, context: PageContext, services: Services) -> None:
        super().__init__(context, _("Läs in en annons"), watches=WATCHES)
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
            _("Dra hit annonsen, eller välj den"),
            _(
                "En publicerad annons om tilldelning, om ändring av kontrakt eller om avsikt att tilldela, hämtad som XML (eForms) "
                "från annonsplatsen. Kontrakt, leverantörer och värden läses ur den, och inget skrivs i registret innan du har sett "
                "varje kontrakt."
            ),
            _("Välj fil"),
            "Ctrl+O",
        )
        self.preview = PreviewCard(specs.TABLE)
        self.told = ToneLabel("", "body", "text2", wrap=True, selectable=True)
        self.skip = QCheckBox("")
        self.foot = FormFoot(import_text(0))
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
        body = QWidget()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(size.page_left, size.px(10), size.page_right, size.grid)
        rows.setSpacing(size.grid)
        rows.addWidget(self.told)
        rows.addWidget(self.preview, 1)
        host = QWidget()
        self._stack = QStackedLayout(host)
        self._stack.addWidget(self.drop)
        self._stack.addWidget(body)
        self.rows.addWidget(host, 1)
        self.foot.row.insertWidget(1, self.skip)
        self.rows.addWidget(self.foot)

    def _connect(self) -> None:
        self.drop.asked.connect(self.choose_file)
        self.file_button.clicked.connect(self.choose_file)
        self.skip.toggled.connect(self._fit)
        self.foot.cancel_asked.connect(self.back_asked)
        self.foot.save_asked.connect(self.write)
        self.add_actions(
            (
                Action("notice.file", _("Välj fil"), self.choose_file, "open", "Ctrl+O"),
                Action("notice.write", _("Importera"), self.write, "arrow_import", "Ctrl+S"),
            )
        )

    # ---- reading

    def choose_file(self) -> None:
        """Ask for the file."""
        path = self.context.dialogs.open_file(_("Välj annonsen"), _("Annonser (*.xml);;Alla filer (*)"))
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Read this file; what was shown before stays until it has been read."""
        self.skip.setChecked(False)
        self._start(ReadNotice(self._services.notices, path))

    def reload(self) -> None:
        """Read the file again: the register may have changed, or the file was fetched anew."""
        if self.loaded is not None and not self._writing:
            self._start(ReadNotice(self._services.notices, self.loaded.path))

    def _start(self, work: Callable[[], Loaded]) -> None:
        self.context.tasks.forget(self._job)
        self._tell_busy(_("Läser annonsen …"))
        self._job = self.context.tasks.run(work, self._show, self._failed)

    def _show(self, loaded: Loaded) -> None:
        self._job = -1
        before, self.loaded = self.loaded, loaded
        first = before is None or before.path != loaded.path
        self.banner.clear()
        self._stack.setCurrentIndex(1)
        self.header.set_count(loaded.path.name)
        self.told.setText(specs.notice_text(loaded.notice))
        self.preview.show_lines(loaded.lines, first=first)
        self._fit()
        if first:
            self.preview.table.select_id(self.preview.shown()[0])
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
        wrong, written = (0, 0) if loaded is None else (loaded.errors, loaded.written)
        self.file_button.setVisible(loaded is not None)
        self.foot.save.setVisible(loaded is not None)
        self.skip.setVisible(bool(wrong and written))
        self.skip.setEnabled(True)
        self.skip.setText(specs.skip_text(written, wrong))
        self.foot.save.set_words(import_text(written))
        self.foot.note.setText("" if loaded is None else specs.total_text(loaded.lines))
        self.foot.save.setEnabled(self.can_write())
        self.page_actions.set_enabled("notice.write", self.can_write())

    def can_write(self) -> bool:
        """Whether *Importera* does anything: something to write, and nothing wrong unless it is to be left."""
        loaded = self.loaded
        if loaded is None or self._writing or self._job >= 0 or not loaded.written:
            return False
        return not loaded.errors or self.skip.isChecked()

    # ---- writing

    def write(self) -> None:
        """Write the contracts, on another thread, as one operation."""
        if self.loaded is None or not self.can_write():
            return
        self._writing = True
        self._tell_busy(_("Importerar {n} kontrakt …").format(n=formats.integer(self.loaded.written)))
        work = WriteNotice(self._services.notices, self.loaded, self.skip.isChecked())
        self._job = self.context.tasks.run(work, self._written, self._failed)

    def _written(self, changes: Changes) -> None:
        self._job = -1
        loaded = self.loaded
        if loaded is None:
            return
        self.loaded = None  # what is told now needs no comparing again
        self._writing = False
        self.context.commands.run(CarriedOut(changes), done_text=done_text(loaded.written))
        self.back_asked.emit()

    def may_leave(self) -> bool:
        """Not while it is being written."""
        if self._writing:
            self.banner.say(_("Annonsen håller på att importeras. Vänta tills den är klar."), Tone.WARN)
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
        return (self.file_button, self.preview.table, self.foot.cancel)
