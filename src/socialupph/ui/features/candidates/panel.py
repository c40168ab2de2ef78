"""The matches under way of the chosen candidate, beside the list."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from socialupph.domain.views.matching import MatchRow
from socialupph.i18n import _
from socialupph.specs.matching import waiting
from socialupph.specs.words_placements import MATCH_STEP_MARK
from socialupph.ui.kit.labels import LinkButton, MarkLabel, ToneLabel, heading
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.page import Destination


class MatchLines(QWidget):
    """Each match with its step, its opening as a link, and how long it has waited."""

    followed = Signal(object)

    def __init__(self, matches: Sequence[MatchRow], today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(metrics().grid)
        rows.addWidget(heading(_("Matchningar")))
        for match in matches:
            rows.addWidget(self._one(match, today))

    def _one(self, match: MatchRow, today: dt.date) -> QWidget:
        group = QWidget()
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics().px(1))
        first = QHBoxLayout()
        link = LinkButton(match.opening_code, Destination("matching", match.opening_id), weight=500)
        link.followed.connect(self.followed)
        first.addWidget(link)
        first.addWidget(ToneLabel(match.opening_title, elide=True), 1)
        first.addWidget(MarkLabel(MATCH_STEP_MARK[match.step]))
        column.addLayout(first)
        told, mark = waiting(match, today)
        text = _("{when}, {supplier}").format(when=told, supplier=match.supplier) if match.supplier else told
        column.addWidget(MarkLabel(mark, text) if mark else ToneLabel(text, "small", "text2", elide=True))
        return group
