"""Every part of the kit in its states, as pictures to compare with the design: one for each theme.

Run ``python tools/component_gallery.py FOLDER [POINTS]``; POINTS is the size of body text, 20 for 200 %.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from socialupph.app.paths import resource
from socialupph.specs.marks import Mark, Shape, Tone
from socialupph.specs.tables import Column, Kind, TableSpec
from socialupph.ui.kit import fonts, icons
from socialupph.ui.kit.buttons import Button, Chip, IconButton, RingButton, Role
from socialupph.ui.kit.fields import ComboBox
from socialupph.ui.kit.labels import Card, KeyHint, Pill, ToneLabel
from socialupph.ui.kit.ledger_bar import LedgerBar, LedgerFigures, LedgerPiece
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.rows_model import RowsModel
from socialupph.ui.kit.style import ERROR_PROPERTY
from socialupph.ui.kit.table import TableView
from socialupph.ui.kit.theme import Mode, Theme

RUNNING = Mark("Pågående", Shape.DOT, Tone.ACCENT)
PLANNED = Mark("Planerad", Shape.RING, Tone.NEUTRAL)
PAUSED = Mark("Pausad", Shape.BARS, Tone.NEUTRAL)
ENDED = Mark("Avslutad", Shape.CHECK, Tone.NEUTRAL)
BROKEN = Mark("Avbruten", Shape.CROSS, Tone.BAD)
MET = Mark("Uppfyllt", Shape.CHECK, Tone.GOOD)
AT_RISK = Mark("I riskzon", Shape.TRIANGLE, Tone.WARN)
LATE = Mark("Försenad", Shape.EXCLAMATION, Tone.BAD)
OPEN = Mark("Öppen", Shape.RING, Tone.ACCENT)
RESERVED = Mark("Reserverad", Shape.HALF, Tone.NEUTRAL)
UNTRAINED = Mark("Saknar kurs", Shape.TRIANGLE, Tone.WARN)
TRAINED = Mark("Kurs klar", Shape.CHECK, Tone.NEUTRAL)
MARKS = (RUNNING, PLANNED, PAUSED, ENDED, BROKEN, MET, AT_RISK, LATE, OPEN, RESERVED)


@dataclass(frozen=True, slots=True)
class PlacementRow:
    """A made-up placement."""

    id: int
    status: Mark
    code: str
    person: str
    host: str
    period: str
    share: float
    supervisor: Mark
    step: str
    when: str
    late: Mark | None = None


ROWS = (
    PlacementRow(
        1,
        RUNNING,
        "P-0007",
        "KA-0042",
        "Bygg & Mark i Fjällbyn AB",
        "7 sep – 30 dec",
        0.13,
        UNTRAINED,
        "Uppföljning",
        "i morgon",
    ),
    PlacementRow(
        2,
        RUNNING,
        "P-0012",
        "KA-0038",
        "Fjällbyns Fastighetsskötsel AB",
        "1 sep – 28 feb 27",
        0.12,
        UNTRAINED,
        "Uppföljning",
        "5 dgr försenad",
        LATE,
    ),
    PlacementRow(
        3,
        PAUSED,
        "P-0015",
        "KA-0029",
        "Stigens Städ & Service AB",
        "1 jun – 30 nov",
        0.62,
        TRAINED,
        "Återgång",
        "28 sep",
    ),
    PlacementRow(
        4,
        BROKEN,
        "P-0006",
        "KA-0021",
        "Bygg & Mark i Fjällbyn AB",
        "7 apr – 10 jul",
        0.62,
        TRAINED,
        "90 dagar",
        "8 okt",
    ),
)

TABLE: TableSpec[PlacementRow] = TableSpec(
    name="gallery",
    title="Placeringar",
    sort="code",
    columns=(
        Column("status", "Status", lambda row: row.status.word, Kind.STATUS, width=14, mark=lambda row: row.status),
        Column("code", "Kod", lambda row: row.code, width=11, strong=True),
        Column("person", "Person", lambda row: row.person, width=12),
        Column("host", "Värdföretag", lambda row: row.host, width=30, stretch=True),
        Column("period", "Period", lambda row: row.period, width=20, priority=2, progress=lambda row: row.share),
        Column(
            "supervisor", "Handledare", lambda row: row.supervisor.word, width=17, priority=1,
            mark=lambda row: row.supervisor,
        ),
        Column(
            "step", "Nästa steg", lambda row: row.step, width=30, mark=lambda row: row.late,
            detail=lambda row: row.when, detail_mark=lambda row: row.late,
        ),
    ),
)  # fmt: skip

FIGURES = LedgerFigures(
    volume=16.0,
    pieces=(
        LedgerPiece("P-0003", 2.0, "P-0003 räknas med 2,0 månader"),
        LedgerPiece("P-0005", 4.5),
        LedgerPiece("P-0006", 3.1),
        LedgerPiece("P-0009", 1.2),
        LedgerPiece("P-0007", 0.3),
    ),
    planned=4.4,
    mark_at=12.0,
    delivered_text="11,1 levererat",
    planned_text="planerat till 15,5",
    mark_text="75 % = 12,0",
    volume_text="16,0 heltidsmånader",
    verdict="Levererat 11,1 av 16,0 heltidsmånader",
)


def rows_of(ids: object) -> tuple[PlacementRow, ...]:
    """All of them, whatever is asked for."""
    del ids
    return ROWS


def under_pointer(button: RingButton) -> RingButton:
    """Pose as if the pointer were over it."""
    at = QPointF(5, 5)
    QApplication.sendEvent(button, QEnterEvent(at, at, at))
    return button


def focused(widget: QWidget) -> None:
    """Pose with the keyboard's focus."""
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.sendEvent(widget, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))


class Gallery(QWidget):
    """One sheet with everything on it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._rows = QVBoxLayout(self)
        size = metrics()
        self._rows.setContentsMargins(size.px(24), size.px(20), size.px(24), size.px(20))
        self._rows.setSpacing(size.px(14))
        self._rows.addWidget(ToneLabel(name, "title"))
        self._buttons()
        self._fields()
        self._row("Status", *(Pill(mark, self) for mark in MARKS))
        self._row(
            "Filter", Chip("Status", "pågående"), Chip("Handledare", "saknar kurs"), Chip("Mina", on=False),
            Chip("Filter", add=True), KeyHint("Ctrl"), KeyHint("K"),
        )  # fmt: skip
        bar = LedgerBar()
        bar.set_figures(FIGURES)
        self._row("Liggare", bar, stretch=False)
        self._table()

    def _row(self, name: str, *widgets: QWidget, stretch: bool = True) -> None:
        row = QHBoxLayout()
        row.setSpacing(metrics().px(12))
        label = ToneLabel(name, "small", "text2", weight=600)
        label.setFixedWidth(metrics().px(96))
        row.addWidget(label)
        for widget in widgets:
            row.addWidget(widget)
        if stretch:
            row.addStretch(1)
        self._rows.addLayout(row)

    def _buttons(self) -> None:
        for name, role in (("Primär", Role.PRIMARY), ("Sekundär", Role.SECONDARY)):
            normal = Button(
                "Spara" if role is Role.PRIMARY else "Flytta", role,
                key="Ctrl+S" if role is Role.PRIMARY else "",
                icon="" if role is Role.PRIMARY else "calendar_arrow_right",
            )  # fmt: skip
            hot, down, off = (
                Button("Under muspekaren", role),
                Button("Nedtryckt", role),
                Button("Kan inte väljas", role),
            )
            under_pointer(hot)
            down.setDown(True)
            off.setEnabled(False)
            self._row(name, normal, hot, down, off)
        hot = Button("Under muspekaren", Role.QUIET, icon="arrow_export")
        under_pointer(hot)
        self._row(
            "Stilla, länk", Button("Exportera", Role.QUIET, icon="arrow_export"), hot,
            Button("Ny plats", Role.LINK, icon="add"), IconButton("print", "Skriv ut"),
            Button("Makulera …", Role.DANGER, icon="delete"), Button("Makulera", Role.DANGER_FINAL),
        )  # fmt: skip
        self.keyboard = Button("Tangentbordsfokus", Role.PRIMARY)
        self._row("Ring", self.keyboard)

    def _fields(self) -> None:
        wrong = QLineEdit("2026-02-30")
        wrong.setProperty(ERROR_PROPERTY, True)
        closed = QLineEdit("Kan inte ändras")
        closed.setEnabled(False)
        combo: QComboBox = ComboBox()
        combo.addItem("Arbetspraktik")
        fields = (QLineEdit("2026-09-07"), wrong, closed, combo)
        for field in fields:
            field.setFixedSize(metrics().px(200), metrics().control)
        self._row("Fält", *fields)

    def _table(self) -> None:
        card = Card(flat=True)
        model = RowsModel(TABLE, rows_of, card)
        self.table = TableView(model, first_pad=19)
        self.table.show_ids([row.id for row in ROWS])
        self.table.set_sort("code", False)
        self.table.setFixedHeight(metrics().header + len(ROWS) * metrics().row + 2)
        card.body.addWidget(self.table)
        self._rows.addWidget(card)
        self._rows.addStretch(1)


def main(folder: Path, points: float) -> None:
    """Write ``light.png``, ``dark.png`` and ``contrast.png`` in ``folder``."""
    app = QApplication([])
    theme = Theme(app)
    icons.install(resource("icons"))
    modes: tuple[Mode, ...] = ("light", "dark", "contrast")
    for mode, name in zip(modes, ("Ljust", "Mörkt", "Hög kontrast"), strict=True):
        theme.apply(app, mode)
        body = fonts.body_font()
        body.setPointSizeF(points)
        app.setFont(body)
        gallery = Gallery(name)
        gallery.resize(metrics().px(1200), gallery.sizeHint().height())
        gallery.show()
        gallery.activateWindow()
        QTest.qWaitForWindowActive(gallery)
        gallery.table.select_id(1)
        focused(gallery.keyboard)
        QTest.qWait(20)
        gallery.grab().save(str(folder / f"{mode}.png"))
        gallery.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]) if len(sys.argv) > 2 else 10.0)
