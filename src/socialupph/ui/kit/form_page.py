"""A form as a page: saved on purpose, a draft kept meanwhile, and left with one question at most."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socialupph.domain.changes import Changes
from socialupph.i18n import _, formats, translate
from socialupph.specs.forms import FormSpec
from socialupph.ui.kit.actions import Action
from socialupph.ui.kit.buttons import Role
from socialupph.ui.kit.codecs import SWEDEN
from socialupph.ui.kit.dialogs import Answer
from socialupph.ui.kit.form import Form, FormFoot
from socialupph.ui.kit.header_bar import Breadcrumb, HeaderBar, PageHead
from socialupph.ui.kit.labels import Hairline
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.page_base import Page, PageContext


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
        self.body.addWidget(self.form)
        self.rows.addWidget(host, 1)
        self.rows.addWidget(self.foot)
        self.foot.save_asked.connect(self.save)
        self.foot.cancel_asked.connect(self.back_asked)
        self.form.drafted.connect(self._keep_draft)
        self.add_actions(
            (
                Action("form.save", save or _("Spara"), self.save, shortcut="Ctrl+S"),
                Action("form.cancel", _("Avbryt"), self.back_asked.emit, shortcut="Esc", in_palette=False),
            )
        )

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
        self.foot.note.setText(
            _("Utkast sparat {time}").format(time=formats.time_of_day(now.astimezone(SWEDEN).time()))
        )

    def _offer_draft(self) -> None:
        draft = self.context.settings.load(self._draft_name)
        if draft:
            self.form.restore_draft(draft)
            self.foot.note.setText(_("Utkastet från förra gången är tillbaka."))

    def focus_first(self) -> None:
        self.form.focus_first()

    def panes(self) -> Sequence[QWidget]:
        return (self.form, self.foot)
