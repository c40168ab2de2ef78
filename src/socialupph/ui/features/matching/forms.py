"""The forms of this area: an opening, a suggestion, and the yes that makes the placement."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Final

from PySide6.QtCore import QTimer

from socialupph.domain.changes import Changes
from socialupph.domain.commands.matching import AcceptMatch, SuggestMatch
from socialupph.domain.commands.openings import OpeningFields
from socialupph.domain.commands.placements import PlacementFields
from socialupph.domain.errors import NotFound, RuleViolation
from socialupph.domain.openings import OpeningStatus
from socialupph.domain.views.matching import MatchView
from socialupph.domain.views.openings import OpeningView
from socialupph.i18n import _
from socialupph.services.registry import Services
from socialupph.specs import matching as match_specs
from socialupph.specs import openings as specs
from socialupph.specs.forms import command_of
from socialupph.specs.placement_warnings import warning_text
from socialupph.ui.features.matching.words import placement_forms, trail
from socialupph.ui.kit.form_reading import picked, readable, set_lookup
from socialupph.ui.kit.notes import Notes
from socialupph.ui.kit.on_the_spot import OnTheSpot
from socialupph.ui.kit.page import FormPage, PageContext

_PAUSE: Final = 250  # ms of quiet before warnings are asked for
NEW_OPENING: Mapping[str, object] = {"kind": "internship", "seats": 1, "extent_percent": 100}


class OpeningForm(FormPage):
    """Registers an opening, or changes one. ``start`` is what is known already, such as ``requirement_id``."""

    def __init__(
        self,
        context: PageContext,
        services: Services,
        opening: OpeningView | None = None,
        *,
        start: Mapping[str, object] | None = None,
    ) -> None:
        title = _("Redigera {code}").format(code=opening.code) if opening else _("Ny plats")
        key = str(opening.id) if opening else "new"
        above = trail(opening.code, opening.id) if opening else trail()
        super().__init__(context, specs.FORM, title=title, draft_key=key, trail=above)
        self._services, self._opening = services, opening
        self.form.set_values(_values(opening) if opening else {**NEW_OPENING, **(start or {})})
        self.form.mark_saved()
        self._seen = self._now()
        self._spot = OnTheSpot(
            context, services, self.form, self._supplier, ("supplier_id", _("Välj leverantör först."))
        )
        self._narrow()
        self.form.changed.connect(self._follow)
        self.form.create_asked.connect(self._create)

    def reload(self) -> None:
        """Offer the draft, and narrow by what it says."""
        super().reload()
        self._seen = self._now()
        self._narrow()

    def _supplier(self) -> int | None:
        return picked(self.form, "supplier_id")

    def _now(self) -> tuple[int | None, int | None]:
        return picked(self.form, "requirement_id"), self._supplier()

    def _create(self, key: str, kind: str, text: str) -> None:
        self._spot.create(key, kind, text)

    def _follow(self) -> None:
        """A requirement knows its supplier; a workplace and a supervisor belong to one."""
        before, now = self._seen, self._now()
        if before == now:
            return
        self._seen = now
        requirement, supplier = now
        if requirement is not None and requirement != before[0] and supplier is None:
            self._set_supplier_of(requirement)
        if self._supplier() != before[1] and before[1] is not None:
            for key in ("workplace_id", "supervisor_id"):
                if picked(self.form, key) is not None:
                    self.form.set_value(key, None)
        self._narrow()

    def _set_supplier_of(self, requirement_id: int) -> None:
        try:
            contract_id = self._services.requirements.view(requirement_id).contract_id
            parties = self._services.contracts.view(contract_id).suppliers
        except NotFound:
            return
        if parties:
            self.form.set_value("supplier_id", parties[0].supplier_id)

    def _narrow(self) -> None:
        supplier = self._supplier()
        for key, kind in (("workplace_id", "workplace"), ("supervisor_id", "supervisor")):
            set_lookup(self.form, key, kind if supplier is None else f"{kind}:supplier_id={supplier}")

    def submit(self, values: dict[str, object]) -> Changes:
        """Give the command to the service."""
        command = command_of(OpeningFields, values)
        if self._opening is None:
            return self._services.openings.register(command)
        return self._services.openings.edit(self._opening.id, self._opening.version, command)

    def done_text(self, changes: Changes) -> str:
        """What the toast says."""
        del changes
        return _("Platsen är sparad.")


def _values(opening: OpeningView) -> dict[str, object]:
    return {**asdict(opening), "draft": opening.status is OpeningStatus.DRAFT}


def fields_of(opening: OpeningView) -> OpeningFields:
    """The opening as a command, to change something of it."""
    return command_of(OpeningFields, _values(opening))


class SuggestForm(FormPage):
    """Suggests a candidate for an opening; one of them may be known already."""

    def __init__(self, context: PageContext, services: Services, *, opening: OpeningView | None = None) -> None:
        above = trail(opening.code, opening.id) if opening else trail()
        key = str(opening.id) if opening else "new"
        super().__init__(context, match_specs.SUGGEST_FORM, save=_("Föreslå kandidat"), draft_key=key, trail=above)
        self._services = services
        self._spot = OnTheSpot(context, services, self.form)
        self.form.set_values({"on": context.clock.today(), "opening_id": opening.id if opening else None})
        self.form.mark_saved()
        self.form.create_asked.connect(self._create)

    def _create(self, key: str, kind: str, text: str) -> None:
        self._spot.create(key, kind, text)

    def submit(self, values: dict[str, object]) -> Changes:
        """Give the command to the service."""
        return self._services.matching.suggest(command_of(SuggestMatch, values))

    def done_text(self, changes: Changes) -> str:
        """What the toast says."""
        del changes
        return _("Kandidaten är föreslagen.")


class AcceptForm(FormPage):
    """Everybody said yes: what candidate, opening and requirement know is filled in, and the placement is made."""

    def __init__(self, context: PageContext, services: Services, match: MatchView) -> None:
        self._known = services.matching.acceptance(match.id)
        spec = match_specs.accept_form(placement_forms(services, self._known.kind))
        title = _("{candidate} tackade ja till {opening}").format(
            candidate=_("Kandidaten") if match.protected else match.candidate_code, opening=match.opening_code
        )
        super().__init__(
            context,
            spec,
            title=title,
            save=_("Gör placeringen"),
            draft_key=str(match.id),
            trail=trail(match.opening_code, match.opening_id),
        )
        self._services, self._match = services, match
        self._spot = OnTheSpot(context, services, self.form, self._supplier)
        self.form.set_values({**asdict(self._known), "on": context.clock.today()})
        self.form.mark_saved()
        for key, kind in (("workplace_id", "workplace"), ("supervisor_id", "supervisor")):
            set_lookup(self.form, key, f"{kind}:supplier_id={self._known.host_supplier_id}")
        self.notes = Notes()
        self.body.addWidget(self.notes)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self.warn)
        self.form.changed.connect(self._soon.start)
        self.form.create_asked.connect(self._create)

    def reload(self) -> None:
        """Offer the draft, and warn by what stands there."""
        super().reload()
        self.warn()

    def _supplier(self) -> int | None:
        return self._known.host_supplier_id

    def _create(self, key: str, kind: str, text: str) -> None:
        self._spot.create(key, kind, text)

    def warn(self) -> None:
        """Say what is worth a warning; nothing of it stops the placement."""
        values = _with_form(readable(self.form))
        who = {"candidate_id": self._match.candidate_id, "opening_id": self._match.opening_id}
        try:
            found = self._services.placements.warnings(command_of(PlacementFields, values, **who))
        except (TypeError, RuleViolation, NotFound):
            self.notes.say(())  # not enough is typed yet; what is wrong is said when it is saved
            return
        self.notes.say([warning_text(warning) for warning in found])

    def submit(self, values: dict[str, object]) -> Changes:
        """Give the command to the service."""
        match = self._match
        command = command_of(AcceptMatch, _with_form(values), match_id=match.id, version=match.version)
        return self._services.matching.accept(command)

    def done_text(self, changes: Changes) -> str:
        """What the toast says."""
        del changes
        return _("Placeringen är gjord och uppföljningarna är planerade.")


def _with_form(values: Mapping[str, object]) -> dict[str, object]:
    """The values with the id of the chosen placement form."""
    chosen = values.get("form_id")
    return {**values, "form_id": int(chosen) if isinstance(chosen, str) and chosen else None}
