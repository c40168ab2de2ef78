"""The row over a list: the field that filters while typing, a chip for each filter, and filters saved under a name."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, cast

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QWidget

from socialupph.domain.queries import FilterChoice
from socialupph.i18n import _, translate
from socialupph.specs.tables import Choice, Filter
from socialupph.ui.kit import fonts, icons
from socialupph.ui.kit.buttons import Button, Chip, Role
from socialupph.ui.kit.colours import tokens
from socialupph.ui.kit.dialogs import Dialogs
from socialupph.ui.kit.flow import FlowLayout
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.paint import text_in

_PAUSE: Final = 150


class FilterField(QLineEdit):
    """Filters while typing. Esc empties it, arrow down goes into the list."""

    settled = Signal()
    down_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(_("Filtrera i listan"))
        self.setAccessibleName(_("Filtrera i listan"))
        self._sign = QAction(icons.icon("filter"), "", self)
        self.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.settled)
        self.textEdited.connect(self._typed)
        self._measure()
        fonts.hub().changed.connect(self._measure)

    def _measure(self) -> None:
        size = metrics()
        self.setFixedSize(size.px(212), size.small)

    def _typed(self) -> None:
        self._pause.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._pause.stop()
            self.settled.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._pause.isActive():
                self._pause.stop()
                self.settled.emit()
            self.down_asked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.text():
            painter = QPainter(self)
            painter.setFont(fonts.font("key"))
            room = self.rect().adjusted(0, 0, -metrics().px(10), 0)
            text_in(painter, room, _("Ctrl+F"), tokens().text3, right=True)


class _FilterChip(Chip):
    """The chip of one filter; tells which."""

    taken_off = Signal(str)
    opened = Signal(str)

    def __init__(self, key: str, title: str, value: str) -> None:
        super().__init__(title, value)
        self._key = key
        self.removed.connect(self._removed_by_user)
        self.clicked.connect(self._opened_by_user)

    @property
    def key(self) -> str:
        """Which filter it stands for."""
        return self._key

    def _removed_by_user(self) -> None:
        self.taken_off.emit(self._key)

    def _opened_by_user(self) -> None:
        self.opened.emit(self._key)


class FilterBar(QWidget):
    """Holds what a list is narrowed to. ``changed`` when it is something else. Without ``saves`` no filter can be kept."""

    changed = Signal()
    saved_changed = Signal()
    down_asked = Signal()

    def __init__(
        self, filters: tuple[Filter, ...], dialogs: Dialogs, *, saves: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._specs = {spec.key: spec for spec in filters}
        self._dialogs = dialogs
        self._on: dict[str, tuple[str, ...]] = {}
        self._saved: dict[str, dict[str, object]] = {}
        self.field = FilterField()
        self._add = Chip(_("Filter"), add=True)
        self._star = Button(_("Sparade filter"), Role.QUIET, icon="star", small=True, menu=True)
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._picked)
        self._saved_menu = QMenu(self)
        self._saved_menu.triggered.connect(self._saved_picked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics().grid)
        host = QWidget()
        self._flow = FlowLayout(host, 8)
        row.addWidget(host, 1)
        row.addWidget(self._star, 0, Qt.AlignmentFlag.AlignTop)
        self._flow.addWidget(self.field)
        self._flow.addWidget(self._add)
        self._add.setVisible(bool(filters))
        self._star.setVisible(bool(filters) and saves)
        self._chips: list[_FilterChip] = []
        self.field.settled.connect(self.changed)
        self.field.down_asked.connect(self.down_asked)
        self._add.clicked.connect(self._open_all)
        self._star.clicked.connect(self._open_saved)

    # ---- what is asked for

    def search(self) -> str:
        """What is typed in the field."""
        return self.field.text().strip()

    def filters(self) -> tuple[FilterChoice, ...]:
        """The chosen filters, in the order of the spec."""
        return tuple((key, self._on[key]) for key in self._specs if key in self._on)

    def is_narrowed(self) -> bool:
        """Whether anything is left out."""
        return bool(self._on or self.search())

    def narrow(self, filters: Mapping[str, tuple[str, ...]], search: str = "") -> None:
        """Ask for exactly this, as when a counter is followed; names the list does not have are passed by."""
        self._on = {
            key: tuple(value for value in values if self._label(key, value))
            for key, values in filters.items()
            if key in self._specs
        }
        self._on = {key: values for key, values in self._on.items() if values}
        self.field.setText(search)
        self._show_chips()
        self.changed.emit()

    def clear(self) -> None:
        """Ask for everything."""
        self.narrow({})

    def set_choices(self, key: str, choices: tuple[Choice, ...]) -> None:
        """What a filter offers now, where that comes from the register; KeyError for a filter the list does not have.

        A choice that is gone is no longer asked for. Says nothing: whoever calls is about to read the list.
        """
        if self._specs[key].choices == choices:
            return
        self._specs[key] = replace(self._specs[key], choices=choices)
        kept = tuple(value for value in self._on.pop(key, ()) if self._label(key, value))
        if kept:
            self._on[key] = kept
        self._show_chips()

    def told(self) -> str:
        """The filters in words, for exports and paper."""
        parts = [
            _("{field}: {value}").format(field=translate(self._specs[key].title), value=self._words(key))
            for key in self._on
        ]
        if self.search():
            parts.append(_("sökord: {text}").format(text=self.search()))
        return "; ".join(parts)

    # ---- chips

    def _label(self, key: str, value: str) -> str:
        for choice in self._specs[key].choices:
            if choice.value == value:
                return translate(choice.label)
        return ""

    def _words(self, key: str) -> str:
        return ", ".join(self._label(key, value) for value in self._on[key])

    def _show_chips(self) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self._add)
        self._chips = []
        for key in self._specs:
            if key not in self._on:
                continue
            chip = _FilterChip(key, translate(self._specs[key].title), self._words(key))
            chip.taken_off.connect(self._take_off)
            chip.opened.connect(self._open_one)
            self._flow.addWidget(chip)
            self._chips.append(chip)
        self._flow.addWidget(self._add)
        self.updateGeometry()

    def _take_off(self, key: str) -> None:
        self._on.pop(key, None)
        self._show_chips()
        (self._chips[0] if self._chips else self._add).setFocus(Qt.FocusReason.TabFocusReason)
        self.changed.emit()

    def _fill(self, menu: QMenu, spec: Filter) -> None:
        for choice in spec.choices:
            self._choice_action(menu, spec.key, choice)

    def _choice_action(self, menu: QMenu, key: str, choice: Choice) -> None:
        action = menu.addAction(translate(choice.label).replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(choice.value in self._on.get(key, ()))
        action.setData((key, choice.value))

    def _open_all(self) -> None:
        self._menu.clear()
        for spec in self._specs.values():
            self._fill(self._menu.addMenu(translate(spec.title).replace("&", "&&")), spec)
        self._menu.popup(self._add.mapToGlobal(QPoint(0, self._add.height())))

    def _open_one(self, key: str) -> None:
        self._menu.clear()
        self._fill(self._menu, self._specs[key])
        for chip in self._chips:
            if chip.key == key:
                self._menu.popup(chip.mapToGlobal(QPoint(0, chip.height())))

    def _picked(self, action: QAction) -> None:
        key, value = cast("tuple[str, str]", action.data())
        self.toggle(key, value)

    def toggle(self, key: str, value: str) -> None:
        """Take the choice on or off; KeyError for a filter the list does not have."""
        now = self._on.get(key, ())
        wanted = {item for item in now if item != value} if value in now else {*now, value}
        ordered = tuple(choice.value for choice in self._specs[key].choices if choice.value in wanted)
        if ordered:
            self._on[key] = ordered
        else:
            self._on.pop(key, None)
        self._show_chips()
        self.changed.emit()

    # ---- saved under a name

    def _open_saved(self) -> None:
        menu = self._saved_menu
        menu.clear()
        for name in self._saved:
            menu.addAction(name.replace("&", "&&")).setData(("use", name))
        if self._saved:
            menu.addSeparator()
        save = menu.addAction(_("Spara filtret …"))
        save.setData(("save", ""))
        save.setEnabled(self.is_narrowed())
        if self._saved:
            remove = menu.addMenu(_("Ta bort"))
            for name in self._saved:
                remove.addAction(name.replace("&", "&&")).setData(("remove", name))
        menu.popup(self._star.mapToGlobal(QPoint(0, self._star.height())))

    def _saved_picked(self, action: QAction) -> None:
        what, name = cast("tuple[str, str]", action.data())
        if what == "use":
            self.use_saved(name)
        elif what == "remove":
            self._saved.pop(name, None)
            self.saved_changed.emit()
        else:
            self._save()

    def use_saved(self, name: str) -> None:
        """Ask for what was saved under ``name``; KeyError when nothing was."""
        state = self._saved[name]
        stored = cast("Mapping[str, list[str]]", state.get("filters") or {})
        self.narrow({key: tuple(values) for key, values in stored.items()}, str(state.get("search") or ""))

    def _save(self) -> None:
        name = self._dialogs.ask_text(_("Spara filtret"), _("Namn"))
        if name:
            chosen = {key: list(values) for key, values in self._on.items()}
            self._saved[name] = {"filters": chosen, "search": self.search()}
            self.saved_changed.emit()

    def saved(self) -> dict[str, dict[str, object]]:
        """What is saved, as plain values."""
        return dict(self._saved)

    def restore_saved(self, saved: object) -> None:
        """Take back what ``saved`` gave."""
        if isinstance(saved, dict):
            for name, state in cast("dict[object, object]", saved).items():
                if isinstance(state, dict):
                    self._saved[str(name)] = cast("dict[str, object]", state)
