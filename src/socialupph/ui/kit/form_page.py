"""A form as a page: saved on purpose, a draft kept meanwhile, and left with one question at most."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from socialupph.domain.changes import Changes
from socialupph.domain.swedish_time import in_sweden
from socialupph.i18n import _, formats, translate
from socialupph.specs.forms import FormSpec
from socialupph.ui.kit.actions import Action
from socialupph.ui.kit.buttons import Role
from socialupph.ui.kit.dialogs import Answer
from socialupph.ui.kit.form import Form, FormFoot
from socialupph.ui.kit.header_bar import Breadcrumb, HeaderBar, PageHead
from socialupph.ui.kit.labels import Hairline
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.page_base import Page, PageContext

_ASIDE: Final = 320
_BESIDE_FROM: Final = 1040


class FormPage(Page):
    """Base of pages that are a form. A subclass gives ``submit`` and ``done_text``.

    ``saved`` carries the Changes; the page then asks to go back. Drafts are kept under the form's name and ``draft_key``.
    """

    saved = Signal(object)

    def __init__(
        self,
        context: PageContext,
        spec: FormSpec,
        *,
        title: str = "",
        save: str = "",
        draft_key: str = "new",
        trail: Sequence[tuple[str, object]] = (),
    ) -> None:
        super().__init__(context, title or translate(spec.title))
        self._draft_name = f"draft.{spec.name}.{draft_key}"
        self.form = Form(spec, context.providers)
        self.header = HeaderBar(self.title)
        self.foot = FormFoot(save)
        crumbs = Breadcrumb()
        crumbs.set_trail(trail, self.title)
        crumbs.followed.connect(self.go_to)
        head = PageHead()
        if trail:
            head.rows.addWidget(crumbs)
        head.rows.addWidget(self.header)
        self.rows.addWidget(head)
        self.rows.addWidget(Hairline())
        host = QWidget()
        self.body = QVBoxLayout(host)
        size = metrics()
        self.body.setContentsMargins(size.page_left - size.half, size.px(10), size.page_right, 0)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(size.gap)
        self._sides.addWidget(self.form, 1)
        self._aside: QWidget | None = None
        self.body.addLayout(self._sides, 1)
        self.rows.addWidget(host, 1)
        self.rows.addWidget(self.foot)
        self.foot.save_asked.connect(self.save)
        self.foot.cancel_asked.connect(self.back_asked)
        self.form.drafted.connect(self._keep_draft)
        self.form.list_asked.connect(self._read_list)
        self._left_field: QWidget | None = None
        self.add_actions(
            (
                Action("form.save", save or _("Spara"), self.save, shortcut="Ctrl+S"),
                Action("form.cancel", _("Avbryt"), self.back_asked.emit, shortcut="Esc", in_palette=False),
            )
        )

    def put_beside(self, widget: QWidget) -> None:
        """Put ``widget`` beside the form, or under it where the window is narrow."""
        self._aside = widget
        self._sides.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        self._share()

    def _share(self) -> None:
        size = metrics()
        narrow = self.width() < size.px(_BESIDE_FROM)
        upright, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(upright if narrow else beside)
        if self._aside is not None:
            self._aside.setMinimumWidth(0 if narrow else size.px(_ASIDE))
            self._aside.setMaximumWidth(size.px(760 if narrow else _ASIDE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def submit(self, values: dict[str, object]) -> Changes:
        """Make the command of ``values`` and give it to the service."""
        raise NotImplementedError

    def done_text(self, changes: Changes) -> str:
        """What the toast says afterwards."""
        raise NotImplementedError

    def reload(self) -> None:
        """A form is not read again under one's hands; only what was left from last time is offered."""
        self._offer_draft()
        self.form.focus_first()

    def save(self) -> None:
        """Read the fields, carry out the command, and go back."""
        changes = self.context.commands.run(self._submit, done_text=self.done_text, form=self.form)
        if changes is None:
            return
        self.form.mark_saved()
        self.context.settings.save(self._draft_name, {})
        self.saved.emit(changes)
        self.back_asked.emit()

    def _submit(self) -> Changes:
        return self.submit(self.form.values())

    def may_leave(self) -> bool:
        """Ask once when something was changed."""
        if not self.form.is_changed():
            return True
        answer = self.context.dialogs.ask(
            _("Ska ändringarna sparas?"),
            _("Du har skrivit i formuläret men inte sparat."),
            (
                Answer("discard", _("Kasta ändringarna"), Role.DANGER),
                Answer("stay", _("Fortsätt skriva"), Role.QUIET),
                Answer("save", _("Spara"), Role.PRIMARY),
            ),
        )
        if answer == "discard":
            self.form.mark_saved()
            self.context.settings.save(self._draft_name, {})
            return True
        if answer == "save":
            self._save_and_stay()
        return not self.form.is_changed()

    def _save_and_stay(self) -> None:
        changes = self.context.commands.run(self._submit, done_text=self.done_text, form=self.form)
        if changes is not None:
            self.form.mark_saved()
            self.context.settings.save(self._draft_name, {})
            self.saved.emit(changes)

    def _keep_draft(self, draft: Mapping[str, object]) -> None:
        self.context.settings.save(self._draft_name, draft)
        now = self.context.clock.now()
        self.foot.note.setText(_("Utkast sparat {time}").format(time=formats.time_of_day(in_sweden(now).time())))

    def _offer_draft(self) -> None:
        draft = self.context.settings.load(self._draft_name)
        if draft:
            self.form.restore_draft(draft)
            self.foot.note.setText(_("Utkastet från förra gången är tillbaka."))

    def _read_list(self, which: str) -> None:
        """Lay the page that reads in the whole list over the form; what is typed stays beneath it."""
        self._left_field = self.form.focusWidget()
        self.opened.emit(self.context.pages.make(f"import.codes.{which}"))

    def focus_first(self) -> None:
        """Put the keyboard in the first field, or back in the one that led to another page."""
        if self._left_field is None:
            self.form.focus_first()
        else:
            self._left_field.setFocus()
            self._left_field = None

    def panes(self) -> Sequence[QWidget]:
        return (self.form, self.foot)
