"""Planning one more follow-up, of a placement or of a contract."""

from collections.abc import Mapping

from socialupph.domain.changes import Changes, Entity
from socialupph.domain.commands.follow_ups import PlanFollowUp
from socialupph.i18n import _
from socialupph.services.registry import Services
from socialupph.specs.follow_ups import PLAN_FORM
from socialupph.specs.forms import command_of
from socialupph.ui.kit.page import Destination, FormPage, PageContext


class PlanForm(FormPage):
    """Plans a follow-up; one for today or earlier is opened at once, to be registered. ``start`` is what is known already."""

    def __init__(self, context: PageContext, services: Services, *, start: Mapping[str, object] | None = None) -> None:
        trail = ((_("Uppföljningar"), Destination("follow_ups")),)
        super().__init__(context, PLAN_FORM, title=_("Ny uppföljning"), trail=trail)
        self._services = services
        self._to_open: int | None = None
        self.form.set_values({"due_on": context.clock.today(), **(start or {})})
        self.form.mark_saved()

    def submit(self, values: dict[str, object]) -> Changes:
        """Give the command to the service."""
        command = command_of(PlanFollowUp, values)
        changes = self._services.follow_ups.plan(command)
        held = command.due_on <= self.context.clock.today()
        self._to_open = changes.new_id(Entity.FOLLOW_UP) if held else None
        return changes

    def save(self) -> None:
        """Save, and go on to the questions when it is to be held now."""
        super().save()
        if self._to_open is not None:
            self.go_to.emit(Destination("follow_ups", self._to_open))

    def done_text(self, changes: Changes) -> str:
        """What the toast says."""
        del changes
        return _("Uppföljningen är planerad.")
