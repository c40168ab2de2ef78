"""A follow-up: the page where it is registered, and where it is read once it is held."""

from collections.abc import Mapping

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from socialupph.domain.changes import Changes, Entity
from socialupph.domain.commands.follow_ups import RegisterFollowUp
from socialupph.domain.follow_ups import FollowUpStatus, is_settled
from socialupph.domain.kinds import FollowUpMeans, Respondent
from socialupph.domain.swedish_time import in_sweden
from socialupph.domain.views.follow_ups import FollowUpView
from socialupph.i18n import _, formats
from socialupph.services.registry import Services
from socialupph.specs.forms import command_of
from socialupph.ui.features.follow_ups import answers
from socialupph.ui.features.follow_ups.commands import FollowUpCommands
from socialupph.ui.features.follow_ups.sheet import FollowUpSheet
from socialupph.ui.features.follow_ups.steps import fields_of
from socialupph.ui.kit.actions import Action
from socialupph.ui.kit.buttons import Button, Role
from socialupph.ui.kit.dialogs import Answer
from socialupph.ui.kit.more_menu import MoreButton, MoreMenu
from socialupph.ui.kit.page_base import Page, PageContext

WATCHES = frozenset({Entity.FOLLOW_UP, Entity.PLACEMENT, Entity.CONTACT, Entity.CANDIDATE})
_PAUSE = 3000  # ms after the last change until the draft is kept


class FollowUpRecordPage(Page):
    """What is typed is kept as a draft and never overwritten by a reload; leaving asks once."""

    def __init__(self, context: PageContext, services: Services, follow_up_id: int) -> None:
        super().__init__(context, _("Uppföljning"), watches=WATCHES)
        self.record_id = follow_up_id
        self._services = services
        self._commands = FollowUpCommands(context, services)
        self._view: FollowUpView | None = None
        self._editing = False
        self._changed = False
        self._draft_name = f"draft.follow_up.{follow_up_id}"
        self.sheet = FollowUpSheet(context)
        self.rows.addWidget(self.sheet, 1)
        self._buttons()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self._keep_draft)
        self.sheet.changed.connect(self._touched)
        self.sheet.followed.connect(self.go_to)
        self.sheet.foot.save_asked.connect(self.save)
        self.sheet.foot.cancel_asked.connect(self.back_asked)
        self.add_actions(self._actions())
        more = ("follow_up.not_answered", "follow_up.reopen", "follow_up.void")
        self._more.set_more(MoreMenu(self.page_actions, more, self))

    def _buttons(self) -> None:
        header = self.sheet.header
        self._edit_button = header.add_button(Button(_("Redigera"), Role.QUIET, icon="edit", key="F2"))
        self._move_button = header.add_button(Button(_("Flytta …"), Role.QUIET, icon="calendar_arrow_right"))
        self._skip_button = header.add_button(Button(_("Hoppa över …"), Role.QUIET, icon="snooze"))
        self._more = MoreButton()
        header.add_button(self._more)
        self._edit_button.clicked.connect(self._edit)
        self._move_button.clicked.connect(self._move)
        self._skip_button.clicked.connect(self._skip)

    def _actions(self) -> tuple[Action, ...]:
        return (
            Action("follow_up.save", _("Spara uppföljningen"), self.save, shortcut="Ctrl+S"),
            Action("follow_up.cancel", _("Avbryt"), self.back_asked.emit, shortcut="Esc", in_palette=False),
            Action("follow_up.edit", _("Redigera uppföljningen"), self._edit, "edit", "F2"),
            Action("follow_up.move", _("Flytta …"), self._move, "calendar_arrow_right"),
            Action("follow_up.skip", _("Hoppa över …"), self._skip, "snooze"),
            Action("follow_up.not_answered", _("Inget svar"), self._not_answered, "call"),
            Action("follow_up.reopen", _("Planera igen"), self._reopen, "arrow_undo"),
            Action("follow_up.void", _("Makulera …"), self._void, "delete", "Del"),
        )

    # ---- reading

    def shown(self) -> FollowUpView:
        """The follow-up as the page shows it."""
        if self._view is None:
            self._view = self._services.follow_ups.view(self.record_id)
        return self._view

    def reload(self) -> None:
        """Read it anew; what is typed and not saved stays."""
        view = self._view = self._services.follow_ups.view(self.record_id)
        self.set_title(_("Uppföljning {code}").format(code=view.code))
        if self._changed:
            self.sheet.show_head(view)
            return
        self._show(view, editing=not is_settled(view.status) and not view.voided)
        if self._editing:
            self._offer_draft()

    def _show(self, view: FollowUpView, *, editing: bool) -> None:
        self._editing = editing
        self.sheet.show_head(view)
        self.sheet.set_editing(view, editing=editing)
        self.sheet.fields.set_values(self._start_values(view))
        self.sheet.voices.set_last(answers.last_scores(view.form))
        self.sheet.voices.set_legend(answers.legend(view.form))
        self.sheet.voices.set_answers(answers.given(view.answers))
        earlier = view.form.open_steps if editing else ()
        self.sheet.steps.set_steps([*fields_of(earlier), *fields_of(view.steps)], earlier=[step.id for step in earlier])
        self.sheet.follow_fields()
        self._changed = False
        settled = is_settled(view.status)
        self._edit_button.setVisible(view.status is FollowUpStatus.DONE and not editing and not view.voided)
        for button in (self._move_button, self._skip_button):
            button.setVisible(not settled and not view.voided)
        for name in ("move", "skip", "not_answered"):
            self.page_actions.set_enabled(f"follow_up.{name}", not settled and not view.voided)
        self.page_actions.set_enabled("follow_up.reopen", view.status is not FollowUpStatus.PLANNED and not view.voided)
        self.page_actions.set_enabled("follow_up.void", not view.voided)
        self.page_actions.set_enabled("follow_up.save", editing)

    def _start_values(self, view: FollowUpView) -> dict[str, object]:
        held = view.held_on if view.status is FollowUpStatus.DONE else self.context.clock.today()
        third = view.third_respondent
        if view.status is FollowUpStatus.PLANNED and view.form.af_officer:
            third = Respondent.AF_OFFICER
        return {
            "held_on": held,
            "means": (view.means or FollowUpMeans.VISIT).value,
            "third_respondent": third.value,
            "third_name": view.third_name or view.form.af_officer,
            "summary": view.summary,
        }

    def focus_first(self) -> None:
        if self._view is None:
            return  # shown for the first time in a moment; reload puts the keyboard there
        self.sheet.take_focus(editing=self._editing)

    # ---- saving

    def save(self) -> None:
        """Read the fields, carry out the command, and go back."""
        if self._editing and self._save():
            self.back_asked.emit()

    def _save(self) -> bool:
        done = _("Uppföljningen är sparad.")
        changes = self.context.commands.run(self._submit, done_text=done, form=self.sheet.fields)
        if changes is None:
            return False
        self._forget_draft()
        return True

    def _submit(self) -> Changes:
        values = self.sheet.fields.values()
        view = self.shown()
        third = Respondent(str(values["third_respondent"] or Respondent.COORDINATOR))
        command = command_of(
            RegisterFollowUp,
            values,
            follow_up_id=view.id,
            version=view.version,
            answers=answers.commands(self.sheet.voices.answers(), third),
            steps=self.sheet.steps.steps(),
        )
        changes = self._services.follow_ups.register(command)
        self._changed = False  # before the pages are told: this one is to be read anew
        return changes

    def may_leave(self) -> bool:
        """Ask once when something was changed."""
        if not self._changed:
            return True
        answer = self.context.dialogs.ask(
            _("Ska uppföljningen sparas?"),
            _("Du har skrivit svar som inte är sparade."),
            (
                Answer("discard", _("Kasta ändringarna"), Role.DANGER),
                Answer("stay", _("Fortsätt skriva"), Role.QUIET),
                Answer("save", _("Spara"), Role.PRIMARY),
            ),
        )
        if answer == "discard":
            self._forget_draft()
            return True
        return answer == "save" and self._save()

    # ---- drafts

    def _touched(self) -> None:
        self._changed = True
        self._soon.start()

    def _keep_draft(self) -> None:
        self.context.settings.save(self._draft_name, self.sheet.draft())
        now = in_sweden(self.context.clock.now())
        self.sheet.say_draft(_("Utkast sparat {time}").format(time=formats.time_of_day(now.time())))

    def _offer_draft(self) -> None:
        draft: Mapping[str, object] = self.context.settings.load(self._draft_name)
        if draft:
            self.sheet.restore(draft)
            self._changed = True
            self.sheet.say_draft(_("Utkastet från förra gången är tillbaka."))
        self.sheet.take_focus(editing=True)

    def _forget_draft(self) -> None:
        self._changed = False
        self._soon.stop()
        self.context.settings.save(self._draft_name, {})
        self.sheet.say_draft("")

    # ---- commands

    def _edit(self) -> None:
        view = self.shown()
        if view.status is FollowUpStatus.DONE and not self._editing and not view.voided:
            self._show(view, editing=True)
            self.sheet.take_focus(editing=True)

    def _move(self) -> None:
        self._commands.move(self.shown())

    def _skip(self) -> None:
        if self._commands.skip(self.shown()):
            self._settled()

    def _not_answered(self) -> None:
        if self._commands.not_answered(self.shown()):
            self._settled()

    def _reopen(self) -> None:
        self._commands.reopen(self.shown())

    def _void(self) -> None:
        if self._commands.void(self.shown()):
            self._settled()

    def _settled(self) -> None:
        """It is dealt with: nothing that was typed is to be saved any more."""
        self._forget_draft()
        self.back_asked.emit()

    def panes(self) -> list[QWidget]:
        return self.sheet.panes()
