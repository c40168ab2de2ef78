"""What a placement counts for: the requirement's sentence over its bar, small beside the list and larger in the record."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socialupph.domain.views.requirements import RequirementView
from socialupph.i18n import _
from socialupph.specs.ledger import VERDICT_MARKS, outlook_text, verdict_text
from socialupph.ui.kit.flow import FlowLayout
from socialupph.ui.kit.labels import LinkButton, MarkLabel, ToneLabel
from socialupph.ui.kit.ledger_bar import LedgerBar
from socialupph.ui.kit.ledger_figures import ledger_figures
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.page import Destination


class RequirementGlance(QWidget):
    """``followed`` carries where the contract is."""

    followed = Signal(object)

    def __init__(self, requirement: RequirementView, *, small: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        size = metrics()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(size.half if small else size.grid)
        head = QWidget()
        line = FlowLayout(head, 8)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(ToneLabel(_("Krav"), "section"))
        link = LinkButton(requirement.code, Destination("contracts", requirement.contract_id))
        link.followed.connect(self.followed)
        line.addWidget(link)
        if not small:
            line.addWidget(MarkLabel(VERDICT_MARKS[requirement.ledger.verdict]))
        rows.addWidget(head)
        sentence = ToneLabel(self._sentence(requirement), "small" if small else "section", wrap=True, selectable=True)
        sentence.set_step("small" if small else "section", 400)
        figures = ledger_figures(requirement.ledger)
        parts: list[QWidget] = [sentence]
        if figures is not None:
            bar = LedgerBar(small=small)
            bar.set_figures(figures)
            parts.insert(0 if small else 1, bar)
        for part in parts:
            rows.addWidget(part)

    def _sentence(self, requirement: RequirementView) -> str:
        ledger = requirement.ledger
        return " ".join(part for part in (verdict_text(ledger), outlook_text(ledger)) if part)
