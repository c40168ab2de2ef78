"""The forms of a requirement: what was agreed, how it was judged, and that a report has come."""

import datetime as dt
from typing import cast

from socialupph.domain.changes import Changes
from socialupph.domain.commands.requirements import AssessmentFields, RequirementFields
from socialupph.domain.deadlines import first_meeting_due, first_start_due
from socialupph.domain.kinds import ReferenceList
from socialupph.domain.views.contracts import ContractView
from socialupph.domain.views.requirements import ReportView, RequirementView
from socialupph.i18n import _
from socialupph.services.registry import Services
from socialupph.specs import contract_cards as cards
from socialupph.specs import requirement_form
from socialupph.specs.forms import FormSpec, command_of
from socialupph.specs.ledger import verdict_text
from socialupph.specs.requirements import ASSESSMENT_FORM
from socialupph.specs.tables import Choice
from socialupph.ui.features.contracts.forms import PartForm, form_values
from socialupph.ui.kit.page import PageContext

_USUAL: dict[str, object] = {
    "minimum_time": "calendar",
    "report_interval": "none",
    "existing_people_excluded": True,
}


def requirement_spec(services: Services, requirement: RequirementView | None) -> FormSpec:
    """The form with the kinds and target groups of the register; a closed one stays where it is in use."""
    chosen = requirement.type_id if requirement else None
    types = services.reference.choices(ReferenceList.REQUIREMENT_TYPE, chosen=chosen)
    groups = dict(services.reference.choices(ReferenceList.TARGET_GROUP))
    if requirement is not None:
        groups.update({group.id: group.label for group in requirement.target_groups})
    known = services.reference.items(ReferenceList.REQUIREMENT_TYPE, include_closed=True)
    return requirement_form.form(
        tuple(Choice(str(number), label) for number, label in types),
        tuple(Choice(str(number), label) for number, label in groups.items()),
        frozenset(str(item.id) for item in known if item.has_volume),
    )


class RequirementForm(PartForm):
    """Registers a requirement, changes one, or confirms one that a list proposed."""

    def __init__(
        self,
        context: PageContext,
        services: Services,
        contract: ContractView,
        requirement: RequirementView | None = None,
    ) -> None:
        confirms = requirement is not None and not requirement.confirmed
        super().__init__(
            context,
            requirement_spec(services, requirement),
            contract,
            title=_title(contract, requirement),
            part=f"requirement.{requirement.id if requirement else 'new'}",
            save=_("Bekräfta kravet") if confirms else "",
        )
        self._services, self._requirement, self._confirms = services, requirement, confirms
        if requirement is not None and cards.original_text(requirement):
            self.add_lead(cards.original_text(requirement))
        self.form.set_values(_values(requirement) if requirement else _new_values(contract))
        self.form.mark_saved()

    def submit(self, values: dict[str, object]) -> Changes:
        """Give the command to the service."""
        command = command_of(RequirementFields, _with_ids(values), contract_id=self.contract.id)
        service, shown = self._services.requirements, self._requirement
        if shown is None:
            return service.register(command)
        if self._confirms:
            return service.confirm(shown.id, shown.version, command)
        return service.edit(shown.id, shown.version, command)

    def done_text(self, changes: Changes) -> str:
        """What the toast says."""
        del changes
        return _("Kravet är bekräftat.") if self._confirms else _("Kravet är sparat.")


def _title(contract: ContractView, requirement: RequirementView | None) -> str:
    if requirement is None:
        return _("Nytt krav i {contract}").format(contract=contract.code)
    if not requirement.confirmed:
        return _("Bekräfta krav {code}").format(code=requirement.code)
    return _("Krav {code}").format(code=requirement.code)


def _new_values(contract: ContractView) -> dict[str, object]:
    """The usual values, and the days that follow from the contract."""
    values = {**_USUAL, **_numbers()}
    if contract.awarded_on is not None:
        values["first_meeting_by"] = first_meeting_due(contract.awarded_on)
    if contract.starts_on is not None:
        values["first_start_by"] = first_start_due(contract.starts_on)
    return values


def _numbers() -> dict[str, object]:
    return {"early_end_percent": RequirementFields(contract_id=0, type_id=0).early_end_percent}


def _values(requirement: RequirementView) -> dict[str, object]:
    values = form_values(requirement.fields())
    values["type_id"] = str(requirement.type_id)
    values["target_groups"] = tuple(str(group.id) for group in requirement.target_groups)
    if not requirement.confirmed and not values["clause_text"]:
        values["clause_text"] = requirement.original_text
    return values


def _with_ids(values: dict[str, object]) -> dict[str, object]:
    """Choices from the register carry their ids as texts."""
    groups = tuple(int(one) for one in cast("tuple[str, ...]", values["target_groups"]))
    return {**values, "type_id": int(str(values["type_id"])), "target_groups": groups}


class AssessmentForm(PartForm):
    """A person judges what the program has counted."""

    def __init__(
        self, context: PageContext, services: Services, contract: ContractView, requirement: RequirementView
    ) -> None:
        super().__init__(
            context,
            ASSESSMENT_FORM,
            contract,
            title=_("Bedöm krav {code}").format(code=requirement.code),
            part=f"assess.{requirement.id}",
            save=_("Spara bedömningen"),
        )
        self._services, self._requirement = services, requirement
        self.add_lead(verdict_text(requirement.ledger))
        self.form.set_values(_judged(requirement) or {"assessed_on": context.clock.today()})
        self.form.mark_saved()

    def submit(self, values: dict[str, object]) -> Changes:
        """Give the command to the service."""
        command = command_of(AssessmentFields, values)
        return self._services.requirements.assess(self._requirement.id, self._requirement.version, command)

    def done_text(self, changes: Changes) -> str:
        """What the toast says."""
        del changes
        return _("Bedömningen är sparad.")


def _judged(requirement: RequirementView) -> dict[str, object]:
    if requirement.assessment is None:
        return {}
    return {
        "assessment": requirement.assessment.value,
        "reason": requirement.assessment_reason,
        "assessed_by": requirement.assessed_by,
        "assessed_on": requirement.assessed_on,
    }


class ReportForm(PartForm):
    """A report that the supplier owed has come, be it that there is nothing to report."""

    def __init__(
        self,
        context: PageContext,
        services: Services,
        contract: ContractView,
        requirement: RequirementView,
        report: ReportView,
    ) -> None:
        period = cards.period_text(report.period_from, report.period_to)
        super().__init__(
            context,
            cards.REPORT_FORM,
            contract,
            title=_("Rapport om {code}, {period}").format(code=requirement.code, period=period),
            part=f"report.{report.id}",
        )
        self._services, self._report = services, report
        self.form.set_values({"received_on": context.clock.today()})
        self.form.mark_saved()

    def submit(self, values: dict[str, object]) -> Changes:
        """Tell the service."""
        return self._services.requirements.report_received(
            self._report.id,
            self._report.version,
            cast("dt.date", values["received_on"]),
            nothing_to_report=bool(values["nothing_to_report"]),
            note=str(values["note"] or ""),
        )

    def done_text(self, changes: Changes) -> str:
        """What the toast says."""
        del changes
        return _("Rapporten är noterad.")
