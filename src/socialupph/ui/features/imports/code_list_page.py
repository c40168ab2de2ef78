"""Taking in the whole list of CPV codes or occupations: what is in use now, the file, every code, then *Läs in hela listan*."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QStackedLayout, QVBoxLayout, QWidget

from socialupph.domain.changes import Changes, Entity
from socialupph.domain.errors import SocialUpphError
from socialupph.domain.kinds import CodeList
from socialupph.domain.views.code_lists import CodeListPreview
from socialupph.i18n import _, formats
from socialupph.services.registry import Services
from socialupph.specs import code_lists as specs
from socialupph.specs import import_preview as preview_specs
from socialupph.specs.marks import Tone
from socialupph.specs.messages import message
from socialupph.ui.features.imports.code_list_work import CompareAgain, Loaded, ReadCodes, Work, WriteCodes
from socialupph.ui.features.imports.preview import PreviewCard
from socialupph.ui.kit.actions import Action
from socialupph.ui.kit.buttons import Button, Role
from socialupph.ui.kit.changes import CarriedOut
from socialupph.ui.kit.drop_area import DropArea
from socialupph.ui.kit.drop_page import FilePage
from socialupph.ui.kit.form import FormFoot
from socialupph.ui.kit.header_bar import HeaderBar, PageHead
from socialupph.ui.kit.labels import Hairline, ToneLabel
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.page import PageContext

WATCHES = frozenset({Entity.CODE_LIST})


class CodeListPage(FilePage):
    """Takes in ``which``, or whichever list the file is. Nothing is written before the button; then *Ångra* takes it all back."""

    def __init__(self, context: PageContext, services: Services, which: CodeList | None = None) -> None:
        super().__init__(context, specs.page_title(which), watches=WATCHES)
        self._lists, self._which = services.code_lists, which
        self.loaded: Loaded | None = None
        self._job = -1
        self._writing = False
        self.setAcceptDrops(True)
        self.header = HeaderBar(self.title)
        self.file_button = self.header.add_button(
            Button(_("Välj en annan fil"), Role.SECONDARY, icon="open", key="Ctrl+O", small=True)
        )
        self.in_use = ToneLabel("", "body", "text2", wrap=True)
        self.drop = DropArea(specs.drop_title(which), specs.drop_text(which), _("Välj fil"), "Ctrl+O")
        self.preview = PreviewCard(specs.TABLE)
        self.whole = QCheckBox("")
        self.skip = QCheckBox("")
        self.foot = FormFoot(specs.import_text(whole=True))
        self._build()
        self._connect()
        self._fit()

    def _build(self) -> None:
        head = PageHead()
        head.rows.addWidget(self.header)
        self.rows.addWidget(head)
        self.rows.addWidget(Hairline())
        size = metrics()
        told = QVBoxLayout()
        told.setContentsMargins(size.page_left, size.px(10), size.page_right, 0)
        told.addWidget(self.in_use)
        self.rows.addLayout(told)
        host = QWidget()
        self._stack = QStackedLayout(host)
        self._stack.addWidget(self.drop)
        self._stack.addWidget(self._body())
        self.rows.addWidget(host, 1)
        self.foot.row.insertWidget(1, self.skip)
        self.rows.addWidget(self.foot)

    def _body(self) -> QWidget:
        size = metrics()
        body = QWidget()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(size.page_left, size.grid, size.page_right, size.grid)
        rows.setSpacing(size.grid)
        rows.addWidget(self.whole)
        rows.addWidget(self.preview, 1)
        return body

    def _connect(self) -> None:
        self.drop.asked.connect(self.choose_file)
        self.file_button.clicked.connect(self.choose_file)
        self.whole.clicked.connect(self._compare_again)
        self.skip.toggled.connect(self._fit)
        self.foot.cancel_asked.connect(self.back_asked)
        self.foot.save_asked.connect(self.write)
        self.add_actions(
            (
                Action("import.file", _("Välj fil"), self.choose_file, "open", "Ctrl+O"),
                Action("import.write", _("Läs in hela listan"), self.write, "arrow_import", "Ctrl+S"),
            )
        )

    # ---- reading

    def choose_file(self) -> None:
        """Ask for the file."""
        patterns = _("Listor (*.csv *.tsv *.txt *.xlsx *.xlsm *.ods *.gc *.xml *.json);;Alla filer (*)")
        path = self.context.dialogs.open_file(_("Välj listan"), patterns)
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Read this file; what was shown before stays until it has been read."""
        self.skip.setChecked(False)
        self._start(ReadCodes(self._lists, path, self._which), _("Läser {name} …").format(name=path.name))

    def reload(self) -> None:
        """Tell what is in use now, and read the file again: it may have been put right, or the register has changed."""
        wanted = tuple(CodeList) if self._which is None else (self._which,)
        self.in_use.setText(
            "\n".join(specs.in_use_line(self._lists.in_use(one), alone=len(wanted) == 1) for one in wanted)
        )
        if self.loaded is not None and not self._writing:
            self.open_path(self.loaded.path)

    def _compare_again(self) -> None:
        if self.loaded is not None:
            work = CompareAgain(self._lists, self.loaded, self.whole.isChecked())
            self._start(work, _("Jämför med registret …"))

    def _start(self, work: Work, told: str) -> None:
        self.context.tasks.forget(self._job)
        self.foot.note.setText(told)
        for part in (self.foot.save, self.skip, self.whole):
            part.setEnabled(False)
        self._job = self.context.tasks.run(work, self._show, self._failed)

    def _show(self, loaded: Loaded) -> None:
        self._job = -1
        before, self.loaded = self.loaded, loaded
        first = before is None or before.path != loaded.path
        self.banner.clear()
        self._stack.setCurrentIndex(1)
        self.header.set_count(loaded.path.name)
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

    def _fit(self) -> None:
        """Bring foot and head in step with what was read."""
        loaded = self.loaded
        self.file_button.setVisible(loaded is not None)
        self.foot.save.setVisible(loaded is not None)
        wrong = loaded.preview.errors if loaded else 0
        missing = loaded.preview.missing if loaded else 0
        self.whole.setVisible(bool(missing))
        self.whole.setEnabled(True)
        self.whole.setText(specs.close_text(loaded.draft.which, missing) if loaded else "")
        self.whole.setChecked(loaded is not None and loaded.preview.whole)
        good = len(loaded.draft.rows) - wrong if loaded else 0
        self.skip.setVisible(bool(wrong and good))
        self.skip.setEnabled(True)
        self.skip.setText(preview_specs.skip_text(good, wrong))
        self.foot.save.set_words(specs.import_text(whole=loaded is None or loaded.preview.whole))
        self.foot.note.setText(specs.total_text(loaded.preview) if loaded else "")
        self.foot.save.setEnabled(self.can_write())
        self.page_actions.set_enabled("import.write", self.can_write())

    def can_write(self) -> bool:
        """Whether the button does anything: something to write, and no mistakes unless they are to be left."""
        loaded = self.loaded
        if loaded is None or self._writing or self._job >= 0 or not loaded.written:
            return False
        return not loaded.preview.errors or self.skip.isChecked()

    # ---- writing

    def write(self) -> None:
        """Write the codes, on another thread, as one operation."""
        if self.loaded is None or not self.can_write():
            return
        self._writing = True
        self._fit()
        told = _("Läser in {n} koder …").format(n=formats.integer(self.loaded.written))
        self.foot.note.setText(told)
        work = WriteCodes(self._lists, self.loaded, self.skip.isChecked())
        self._job = self.context.tasks.run(work, self._written, self._failed)

    def _written(self, done: tuple[Changes, CodeListPreview]) -> None:
        self._job = -1
        changes, preview = done
        self.loaded = None  # what is told now needs no comparing again
        self._writing = False
        self.context.commands.run(CarriedOut(changes), done_text=specs.done_text(preview))
        self.back_asked.emit()

    def may_leave(self) -> bool:
        """Not while it is being written."""
        if self._writing:
            self.banner.say(_("Listan håller på att läsas in. Vänta tills den är klar."), Tone.WARN)
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
