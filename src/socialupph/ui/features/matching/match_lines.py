"""The matches of the chosen opening, beside the list."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from socialupph.domain.views.openings import OpeningMatch
from socialupph.i18n import _, formats
from socialupph.specs.words_placements import MATCH_STEP_MARK
from socialupph.ui.kit.labels import LinkButton, MarkLabel, ToneLabel, heading
from socialupph.ui.kit.metrics import metrics


class MatchLines(QWidget):
    """Each match with its person as a link, its step and the day it came there; ``opened`` carries which."""

    opened = Signal(object)

    def __init__(self, matches: Sequence[OpeningMatch], today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(metrics().half)
        rows.addWidget(heading(_("Matchningar")))
        for match in matches:
            rows.addWidget(self._one(match, today))

    def _one(self, match: OpeningMatch, today: dt.date) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        link = LinkButton(match.person, match.id, weight=500)
        link.followed.connect(self.opened)
        row.addWidget(link)
        row.addWidget(MarkLabel(MATCH_STEP_MARK[match.step]), 1)
        row.addWidget(ToneLabel(formats.short_date(match.since, today), "small", "text2"))
        return line
