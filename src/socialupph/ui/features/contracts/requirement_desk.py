"""What is done to the requirements of an opened contract: changed, confirmed, judged, voided, reported on."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from socialupph.domain.changes import Changes
from socialupph.domain.views.contracts import ContractView
from socialupph.domain.views.requirements import RequirementView
from socialupph.i18n import _
from socialupph.services.registry import Services
from socialupph.ui.features.contracts.record_cards import RequirementCards
from socialupph.ui.features.contracts.requirement_card import next_report
from socialupph.ui.features.contracts.requirement_forms import AssessmentForm, ReportForm, RequirementForm
from socialupph.ui.kit.page import Page, PageContext


class RequirementDesk(QObject):
    """Answers the buttons of the requirement cards; lives as long as they. Forms are handed to ``open_page``."""

    def __init__(
        self,
        cards: RequirementCards,
        context: PageContext,
        services: Services,
        shown: Callable[[], ContractView],
        open_page: Callable[[Page], None],
    ) -> None:
        super().__init__(cards)
        self._context, self._services, self._shown, self._open = context, services, shown, open_page
        cards.edit_asked.connect(self._edit)
        cards.confirm_asked.connect(self._edit)
        cards.assess_asked.connect(self._assess)
        cards.withdraw_asked.connect(self._withdraw)
        cards.void_asked.connect(self._void)
        cards.report_asked.connect(self._report)

    def _requirement(self, requirement_id: int) -> RequirementView:
        return next(one for one in self._shown().requirements if one.id == requirement_id)

    def _edit(self, requirement_id: int) -> None:
        requirement = self._requirement(requirement_id)
        self._open(RequirementForm(self._context, self._services, self._shown(), requirement))

    def _assess(self, requirement_id: int) -> None:
        requirement = self._requirement(requirement_id)
        self._open(AssessmentForm(self._context, self._services, self._shown(), requirement))

    def _report(self, requirement_id: int) -> None:
        requirement = self._requirement(requirement_id)
        report = next_report(requirement)
        if report is not None:
            self._open(ReportForm(self._context, self._services, self._shown(), requirement, report))

    def _withdraw(self, requirement_id: int) -> None:
        requirement = self._requirement(requirement_id)
        service = self._services.requirements
        self._context.commands.run(
            lambda: service.withdraw_assessment(requirement.id, requirement.version),
            done_text=_("Bedömningen är tillbakatagen."),
        )

    def _void(self, requirement_id: int) -> None:
        requirement = self._requirement(requirement_id)
        reason = self._context.dialogs.ask_text(
            _("Makulera kravet?"), _("Varför? Det går att läsa men räknas inte."), button=_("Makulera")
        )
        if reason is not None:
            self._context.commands.run(lambda: self._void_now(requirement, reason), done_text=_("Kravet är makulerat."))

    def _void_now(self, requirement: RequirementView, reason: str) -> Changes:
        return self._services.requirements.void(requirement.id, requirement.version, reason)
