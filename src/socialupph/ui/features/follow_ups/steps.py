"""What was agreed on: each step with its tick, who and by when; new ones are asked for in a small dialog."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from socialupph.domain.commands.follow_ups import StepFields
from socialupph.domain.views.follow_ups import StepView
from socialupph.i18n import _, formats
from socialupph.specs.follow_ups import STEP_FORM
from socialupph.specs.forms import command_of
from socialupph.ui.kit.buttons import Button, IconButton, Role
from socialupph.ui.kit.labels import Card, Hairline, ToneLabel
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.page import PageContext
from socialupph.ui.kit.section_head import SectionHead


def fields_of(steps: Iterable[StepView]) -> list[StepFields]:
    """Steps that are there already, as a command has them."""
    return [StepFields(step.what, step.who or None, step.due_on, step.done_on, step.id) for step in steps]


def step_detail(step: StepFields, today: dt.date) -> str:
    """*Bo Tallhed, senast fre 2 okt (om 10 dagar)*, or when it was done."""
    if step.done_on is not None:
        when = _("klart {day}").format(day=formats.short_date(step.done_on, today))
    elif step.due_on is not None:
        when = _("senast {day} ({away})").format(
            day=formats.short_date_with_weekday(step.due_on), away=formats.due_in_words(step.due_on, today)
        )
    else:
        when = ""
    return ", ".join(part for part in (step.who, when) if part)


class _StepRow(QWidget):
    """One step; ``number`` is its place in the list."""

    ticked = Signal(int, bool)
    edited = Signal(int)
    dropped = Signal(int)

    def __init__(self, number: int, step: StepFields, today: dt.date, *, own: bool, read_only: bool) -> None:
        super().__init__()
        self._number = number
        size = metrics()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, size.half, 0, size.half)
        row.setSpacing(size.grid)
        self.tick = tick = QCheckBox()
        tick.setChecked(step.done_on is not None)
        tick.setAccessibleName(_("{what}, klart").format(what=step.what))
        tick.setEnabled(not read_only)
        tick.clicked.connect(self._ticked)
        row.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(1)
        done = step.done_on is not None
        texts.addWidget(ToneLabel(step.what, "body", "text2" if done else "text", weight=500, wrap=True))
        detail = step_detail(step, today)
        late = not done and step.due_on is not None and step.due_on < today
        if detail:
            texts.addWidget(ToneLabel(detail, "small", "bad" if late else "text2", wrap=True))
        row.addLayout(texts, 1)
        if read_only:
            return
        edit = IconButton("edit", _("Ändra steget"), small=True)
        edit.clicked.connect(self._edit)
        row.addWidget(edit, 0, Qt.AlignmentFlag.AlignTop)
        if own:
            drop = IconButton("dismiss", _("Ta bort steget"), small=True)
            drop.clicked.connect(self._drop)
            row.addWidget(drop, 0, Qt.AlignmentFlag.AlignTop)

    def _ticked(self, on: bool) -> None:
        self.ticked.emit(self._number, on)

    def _edit(self) -> None:
        self.edited.emit(self._number)

    def _drop(self) -> None:
        self.dropped.emit(self._number)


class StepsCard(QWidget):
    """``changed`` at every change by hand. Steps of earlier follow-ups can be ticked and changed but not taken away here."""

    changed = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._steps: list[StepFields] = []
        self._rows: list[_StepRow] = []
        self._earlier: frozenset[int] = frozenset()
        self._read_only = False
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(metrics().half)
        self._new = Button(_("Nytt steg"), Role.LINK, icon="add", small=True)
        self._new.clicked.connect(self.add)
        self._head = SectionHead(_("Överenskomna steg"), self._new)
        rows.addWidget(self._head)
        self._card = Card()
        self._card.body.setSpacing(0)
        size = metrics()
        self._card.body.setContentsMargins(size.px(14), size.half, size.grid, size.half)
        rows.addWidget(self._card)
        self._empty = ToneLabel(_("Inget är överenskommet än."), tone="text2", wrap=True)
        rows.addWidget(self._empty)

    # ---- contents

    def set_steps(self, steps: Sequence[StepFields], earlier: Iterable[int] = ()) -> None:
        """Show these; ``earlier`` are the ids of those agreed on in another follow-up."""
        self._steps, self._earlier = list(steps), frozenset(earlier)
        self._show()

    def steps(self) -> tuple[StepFields, ...]:
        """All steps, as a command has them."""
        return tuple(self._steps)

    def set_read_only(self, read_only: bool) -> None:
        """Only to be read, or to be changed."""
        self._read_only = read_only
        self._new.setVisible(not read_only)
        self._show()

    def _show(self) -> None:
        body = self._card.body
        while (item := body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        today = self._context.clock.today()
        self._rows = []
        for number, step in enumerate(self._steps):
            if number:
                body.addWidget(Hairline())
            own = step.step_id not in self._earlier
            row = _StepRow(number, step, today, own=own, read_only=self._read_only)
            row.ticked.connect(self._ticked)
            row.edited.connect(self._edit)
            row.dropped.connect(self._drop)
            body.addWidget(row)
            self._rows.append(row)
        self._card.setVisible(bool(self._steps))
        self._empty.setVisible(not self._steps)
        self._head.set_count(formats.integer(len(self._steps)) if self._steps else "")

    # ---- changes

    def add(self) -> None:
        """Ask for one more."""
        found = self._ask({})
        if found is not None:
            self._steps.append(found)
            self._told()

    def _ask(self, values: dict[str, object]) -> StepFields | None:
        found = self._context.dialogs.ask_form(STEP_FORM, self._context.providers, _made, values=values)
        return found if isinstance(found, StepFields) else None

    def _edit(self, number: int) -> None:
        step = self._steps[number]
        found = self._ask({"what": step.what, "who": step.who, "due_on": step.due_on})
        if found is not None:
            self._steps[number] = replace(found, done_on=step.done_on, step_id=step.step_id)
            self._told()

    def _ticked(self, number: int, on: bool) -> None:
        done = self._context.clock.today() if on else None
        self._steps[number] = replace(self._steps[number], done_on=done)
        self._told()
        self._rows[number].tick.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self, number: int) -> None:
        del self._steps[number]
        self._told()
        self._new.setFocus(Qt.FocusReason.OtherFocusReason)

    def _told(self) -> None:
        self._show()
        self.changed.emit()

    # ---- drafts

    def draft(self) -> list[list[object]]:
        """The steps as plain values."""
        return [[step.what, step.who, _iso(step.due_on), _iso(step.done_on), step.step_id] for step in self._steps]

    def restore(self, kept: object) -> None:
        """Back from ``draft``; what cannot be read is passed by."""
        found: list[StepFields] = []
        for line in cast("Sequence[object]", kept) if isinstance(kept, list) else ():
            parts = cast("list[object]", line) if isinstance(line, list) else []
            if len(parts) == 5 and isinstance(parts[0], str):
                number = parts[4] if isinstance(parts[4], int) else None
                who = parts[1] if isinstance(parts[1], str) else None
                found.append(StepFields(parts[0], who, _day(parts[2]), _day(parts[3]), number))
        self._steps = found
        self._show()


def _made(values: dict[str, object]) -> StepFields:
    return command_of(StepFields, values)


def _iso(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(text: object) -> dt.date | None:
    return dt.date.fromisoformat(text) if isinstance(text, str) else None
