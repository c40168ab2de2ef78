"""The cards of an opened placement that are not tables: outcomes, checklist, and what else is known."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from socialupph.domain.commands.placements import OutcomeTime
from socialupph.domain.views.placements import Outcomes, PlacementView
from socialupph.i18n import _, formats, translate
from socialupph.specs.words import word
from socialupph.specs.words_placements import OUTCOME_TIME, START_CHECKLIST
from socialupph.ui.kit.fact_card import HeadedCard
from socialupph.ui.kit.labels import Fact, LinkButton, ToneLabel
from socialupph.ui.kit.metrics import metrics


def outcome_at(outcomes: Outcomes, time: OutcomeTime) -> tuple[int | None, str]:
    """Id and word of the outcome at a time."""
    return {
        OutcomeTime.END: (outcomes.at_end_id, outcomes.at_end),
        OutcomeTime.AFTER_90_DAYS: (outcomes.after_90_days_id, outcomes.after_90_days),
        OutcomeTime.AFTER_6_MONTHS: (outcomes.after_6_months_id, outcomes.after_6_months),
        OutcomeTime.AFTER_12_MONTHS: (outcomes.after_12_months_id, outcomes.after_12_months),
    }[time]


class OutcomesCard(HeadedCard):
    """What became of the person; ``change_asked`` carries the time whose outcome is to be said."""

    change_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Utfall"), parent=parent)
        self._values: dict[OutcomeTime, ToneLabel] = {}
        self._links: dict[OutcomeTime, LinkButton] = {}
        self._reason = ToneLabel("", "body", "text2", wrap=True)
        self.body.addWidget(self._reason)
        grid = QGridLayout()
        grid.setHorizontalSpacing(metrics().px(16))
        grid.setColumnStretch(1, 1)
        for row, time in enumerate(OutcomeTime):
            value = ToneLabel("", "body", wrap=True, selectable=True)
            link = LinkButton(_("Ange"), time)
            link.followed.connect(self.change_asked)
            self._values[time], self._links[time] = value, link
            grid.addWidget(ToneLabel(word(OUTCOME_TIME, time), "small", "text2"), row, 0)
            grid.addWidget(value, row, 1)
            grid.addWidget(link, row, 2)
        self.body.addLayout(grid)

    def show_outcomes(self, outcomes: Outcomes) -> None:
        """Show these."""
        self._reason.setText(_("Orsak: {reason}").format(reason=outcomes.end_reason))
        self._reason.setVisible(bool(outcomes.end_reason))
        for time in OutcomeTime:
            text = outcome_at(outcomes, time)[1]
            self._values[time].setText(text or formats.DASH)
            verb = _("Ändra") if text else _("Ange")
            self._links[time].set_target(verb, time)
            spoken = _("{verb}: {time}").format(verb=verb, time=word(OUTCOME_TIME, time))
            self._links[time].setAccessibleDescription(spoken)


class _Tick(QCheckBox):
    """One thing of the checklist."""

    ticked = Signal(str, bool)

    def __init__(self, key: str, text: str) -> None:
        super().__init__(text.replace("&", "&&"))
        self._key = key
        self.clicked.connect(self._clicked)

    def _clicked(self, on: bool) -> None:
        self.ticked.emit(self._key, on)


class ChecklistCard(HeadedCard):
    """What is to be ready when somebody starts; ``ticked`` carries what and whether."""

    ticked = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Inför starten"), parent=parent)
        self._boxes: dict[str, _Tick] = {}
        for key, label in START_CHECKLIST.items():
            box = _Tick(key, translate(label))
            box.ticked.connect(self.ticked)
            self.body.addWidget(box)
            self._boxes[key] = box

    def show_done(self, done: Sequence[str]) -> None:
        """Tick what is done."""
        for key, box in self._boxes.items():
            box.setChecked(key in done)


def detail_facts(view: PlacementView) -> list[Fact]:
    """What is known beside the five facts of the head; what is not known is left out."""
    facts, links = view.facts, view.links
    pairs = (
        (_("Kontrakt"), " ".join(part for part in (links.contract_code, links.contract_title) if part)),
        (_("Plats"), links.opening_code),
        (_("Besöksadress"), links.workplace_address),
        (_("Arbetsgivare"), facts.employer),
        (_("Beslut"), facts.decision_reference),
        (_("Handläggare"), facts.af_officer),
        (_("Facket yttrade sig"), formats.iso_date(facts.union_consulted_on) if facts.union_consulted_on else ""),
        (
            _("Målgrupp"),
            facts.target_group_statement or ("" if facts.in_target_group else _("Utanför kravets målgrupp")),
        ),
        (
            _("Redan anställd"),
            _("Fanns där vid kontraktets start, räknas inte") if facts.existed_at_contract_start else "",
        ),
        (_("Anteckning"), facts.note),
    )
    return [Fact(label, value) for label, value in pairs if value]
