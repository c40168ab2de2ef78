"""What is done to the requirements of an opened contract: changed, confirmed, judged, voided, reported on."""

from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance

from socialupph.domain.changes import Changes
from socialupph.domain.views.contracts import ContractView
from socialupph.domain.views.requirements import RequirementView
from socialupph.i18n import _
from socialupph.services.registry import Services
from socialupph.ui.features.contracts.record_cards import RequirementCards
from socialupph.ui.features.contracts.requirement_card import next_report
from socialupph.ui.features.contracts.requirement_forms import AssessmentForm, ReportForm, RequirementForm
from socialupph.ui.kit.page import PageContext


class ContractOwner(Protocol):
    """The page that shows the contract."""

    context: PageContext
    opened: SignalInstance

    def shown(self) -> ContractView:
        """The contract as it was read last."""
        ...


class RequirementDesk(QObject):
    """Answers the buttons of the requirement cards; lives as long as they."""

    def __init__(self, page: ContractOwner, services: Services, cards: RequirementCards) -> None:
        super().__init__(cards)
        self._page, self._services = page, services
        cards.edit_asked.connect(self._edit)
        cards.confirm_asked.connect(self._edit)
        cards.assess_asked.connect(self._assess)
        cards.withdraw_asked.connect(self._withdraw)
        cards.void_asked.connect(self._void)
        cards.report_asked.connect(self._report)

    def _requirement(self, requirement_id: int) -> RequirementView:
        return next(one for one in self._page.shown().requirements if one.id == requirement_id)

    def _edit(self, requirement_id: int) -> None:
        requirement = self._requirement(requirement_id)
        page = self._page
        page.opened.emit(RequirementForm(page.context, self._services, page.shown(), requirement))

    def _assess(self, requirement_id: int) -> None:
        requirement = self._requirement(requirement_id)
        page = self._page
        page.opened.emit(AssessmentForm(page.context, self._services, page.shown(), requirement))

    def _report(self, requirement_id: int) -> None:
        requirement = self._requirement(requirement_id)
        report = next_report(requirement)
        page = self._page
        if report is not None:
            page.opened.emit(ReportForm(page.context, self._services, page.shown(), requirement, report))

    def _withdraw(self, requirement_id: int) -> None:
        requirement = self._requirement(requirement_id)
        service = self._services.requirements
        self._page.context.commands.run(
            lambda: service.withdraw_assessment(requirement.id, requirement.version),
            done_text=_("Bedömningen är tillbakatagen."),
        )

    def _void(self, requirement_id: int) -> None:
        requirement = self._requirement(requirement_id)
        reason = self._page.context.dialogs.ask_text(
            _("Makulera kravet?"), _("Varför? Det går att läsa men räknas inte."), button=_("Makulera")
        )
        if reason is not None:
            self._page.context.commands.run(
                lambda: self._void_now(requirement, reason), done_text=_("Kravet är makulerat.")
            )

    def _void_now(self, requirement: RequirementView, reason: str) -> Changes:
        return self._services.requirements.void(requirement.id, requirement.version, reason)
