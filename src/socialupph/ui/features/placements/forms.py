"""The forms of placements: a new one or a changed one, and how it ended."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QTimer

from socialupph.domain.changes import Changes
from socialupph.domain.commands.placements import EndPlacement, PlacementFields
from socialupph.domain.errors import NotFound, RuleViolation
from socialupph.domain.kinds import ReferenceList
from socialupph.domain.views.placements import PlacementView
from socialupph.i18n import _
from socialupph.services.registry import Services
from socialupph.specs import placements as specs
from socialupph.specs.forms import command_of
from socialupph.specs.placement_warnings import warning_text
from socialupph.ui.features.placements.end_outlook import EndOutlook
from socialupph.ui.features.placements.narrowing import Narrowing
from socialupph.ui.features.placements.words import fields_of
from socialupph.ui.kit.form_reading import picked, readable
from socialupph.ui.kit.notes import Notes
from socialupph.ui.kit.on_the_spot import OnTheSpot
from socialupph.ui.kit.page import Destination, FormPage, PageContext
from socialupph.ui.kit.reference_choices import number_of, offered

_PAUSE: Final = 250  # ms of quiet before warnings and what-ifs are asked for
NEW_PLACEMENT: Mapping[str, object] = {"heads": 1, "in_target_group": True, "working_time_percent": 100}


class PlacementForm(FormPage):
    """Registers a placement, or changes one. ``start`` is what is known already, such as ``contract_id``."""

    def __init__(
        self,
        context: PageContext,
        services: Services,
        placement: PlacementView | None = None,
        *,
        start: Mapping[str, object] | None = None,
    ) -> None:
        chosen = placement.facts.form_id if placement else None
        spec = specs.form(offered(services, ReferenceList.PLACEMENT_FORM, chosen))
        title = _("Redigera {code}").format(code=placement.code) if placement else _("Ny placering")
        key = str(placement.id) if placement else "new"
        trail = ((_("Placeringar"), Destination("placements")),)
        super().__init__(context, spec, title=title, draft_key=key, trail=trail)
        self._services, self._placement = services, placement
        self.form.set_values(_values(placement) if placement else {**NEW_PLACEMENT, **(start or {})})
        self.form.mark_saved()
        self._narrowing = Narrowing(self.form, services)
        first = ("host_supplier_id", _("Välj värdföretag först."))
        self._spot = OnTheSpot(context, services, self.form, self._host, first)
        self.outlook = EndOutlook(services, placement, self.form, "planned_end_on") if placement else None
        if self.outlook is not None:
            self.put_beside(self.outlook)
            self.outlook.followed.connect(self.go_to)
        self.notes = Notes()
        self.body.addWidget(self.notes)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self.warn)
        self.form.changed.connect(self._changed)
        self.form.create_asked.connect(self._spot_asked)

    def reload(self) -> None:
        """Offer the draft, and narrow and warn by what it says."""
        super().reload()
        self._narrowing.settle()
        self.warn()

    def _host(self) -> int | None:
        return picked(self.form, "host_supplier_id")

    def _spot_asked(self, key: str, kind: str, text: str) -> None:
        self._spot.create(key, kind, text)

    def _changed(self) -> None:
        self._narrowing.follow()
        self._soon.start()

    def warn(self) -> None:
        """Say what is worth a warning of what is typed now; nothing of it stops a save."""
        if self.outlook is not None:
            self.outlook.tell(self.context.clock.today())
        try:
            command = self._command(readable(self.form))
            found = self._services.placements.warnings(command, self._placement.id if self._placement else None)
        except (TypeError, RuleViolation, NotFound):
            self.notes.say(())  # not enough is typed yet; what is wrong is said when it is saved
            return
        self.notes.say([warning_text(warning) for warning in found])

    def _command(self, values: Mapping[str, object]) -> PlacementFields:
        return command_of(PlacementFields, {**values, "form_id": number_of(values["form_id"])})

    def submit(self, values: dict[str, object]) -> Changes:
        """Give the command to the service."""
        command = self._command(values)
        if self._placement is None:
            return self._services.placements.register(command)
        return self._services.placements.edit(self._placement.id, self._placement.version, command)

    def done_text(self, changes: Changes) -> str:
        """What the toast says."""
        del changes
        if self._placement is None:
            return _("Placeringen är sparad och uppföljningarna är planerade.")
        return _("Placeringen är sparad.")


def _values(placement: PlacementView) -> dict[str, object]:
    fields = fields_of(placement)
    values = {name: getattr(fields, name) for name in PlacementFields.__dataclass_fields__}
    return {**values, "form_id": str(fields.form_id)}


class EndForm(FormPage):
    """How a placement ended, with what it gives then under the date before it is saved."""

    def __init__(self, context: PageContext, services: Services, placement: PlacementView) -> None:
        outcomes = placement.outcomes
        spec = specs.end_form(
            offered(services, ReferenceList.END_REASON, outcomes.end_reason_id),
            offered(services, ReferenceList.OUTCOME, outcomes.at_end_id),
        )
        title = _("Avsluta {code}").format(code=placement.code)
        place = Destination("placements", placement.id)
        trail = ((_("Placeringar"), Destination("placements")), (placement.code, place))
        key = f"{placement.id}.end"
        super().__init__(context, spec, title=title, save=_("Avsluta placeringen"), draft_key=key, trail=trail)
        self._services, self._placement = services, placement
        day = placement.facts.ended_on or min(context.clock.today(), placement.facts.planned_end_on)
        self.form.set_values(
            {
                "ended_on": max(day, placement.facts.starts_on),
                "end_reason_id": _text(outcomes.end_reason_id),
                "outcome_id": _text(outcomes.at_end_id),
            }
        )
        self.form.mark_saved()
        self.outlook = EndOutlook(services, placement, self.form, "ended_on")
        self.outlook.followed.connect(self.go_to)
        self.put_beside(self.outlook)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self.tell_outlook)
        self.form.changed.connect(self._soon.start)

    def reload(self) -> None:
        """Offer the draft, and say what its day gives."""
        super().reload()
        self.tell_outlook()

    def tell_outlook(self) -> None:
        """Say what the day typed now gives."""
        self.outlook.tell(self.context.clock.today())

    def submit(self, values: dict[str, object]) -> Changes:
        """Give the command to the service."""
        given = {
            "ended_on": values["ended_on"],
            "end_reason_id": number_of(values["end_reason_id"]),
            "outcome_id": number_of(values["outcome_id"]),
        }
        placement = self._placement
        command = command_of(EndPlacement, given, placement_id=placement.id, version=placement.version)
        return self._services.placements.end(command)

    def done_text(self, changes: Changes) -> str:
        """What the toast says."""
        del changes
        return _("Placeringen är avslutad.")


def _text(number: int | None) -> str | None:
    return None if number is None else str(number)
