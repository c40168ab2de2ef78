"""The only home of modal dialogs. A question has verbs on its buttons; nothing here only says OK."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from socialupph.domain.errors import RuleViolation, SocialUpphError
from socialupph.i18n import _, translate
from socialupph.specs.forms import FormSpec
from socialupph.specs.messages import message
from socialupph.ui.kit.buttons import Button, Role
from socialupph.ui.kit.codecs import explain
from socialupph.ui.kit.feedback import Banner
from socialupph.ui.kit.form import Form, FormFoot, FormIncomplete, Providers
from socialupph.ui.kit.labels import ToneLabel
from socialupph.ui.kit.metrics import metrics


@dataclass(frozen=True, slots=True)
class Answer:
    """A button of a question: ``key`` is what is given back, ``text`` a verb."""

    key: str
    text: str
    role: Role = Role.SECONDARY


Submit = Callable[[dict[str, object]], object]


class Dialogs(Protocol):
    """What pages may ask the user in a dialog. Handed in, so that tests can answer instead."""

    def ask(self, question: str, detail: str, answers: Sequence[Answer]) -> str:
        """The key of the chosen answer; empty when the question was put away with Esc."""
        ...

    def ask_text(self, title: str, label: str, *, text: str = "", button: str = "", secret: bool = False) -> str | None:
        """A line of text; None when it was put away."""
        ...

    def ask_form(
        self, spec: FormSpec, providers: Providers, submit: Submit, *, values: Mapping[str, object] | None = None
    ) -> object | None:
        """A short form. What ``submit`` makes of its values is given back; broken rules stand in the form."""
        ...

    def open_file(self, title: str, patterns: str) -> Path | None:
        """An existing file, such as for ``patterns`` "Excel (*.xlsx)"; None when none was chosen."""
        ...

    def open_files(self, title: str, patterns: str) -> tuple[Path, ...]:
        """Several existing files; empty when none was chosen."""
        ...

    def save_file(self, title: str, suggested: str, patterns: str) -> Path | None:
        """Where to write; None when nowhere was chosen."""
        ...

    def choose_folder(self, title: str) -> Path | None:
        """A folder; None when none was chosen."""
        ...

    def choose_printer(self, pages: int) -> QPrinter | None:
        """A printer set up for so many pages; None when none was chosen."""
        ...


class _AnswerButton(Button):
    """Ends its dialog with its own answer."""

    def __init__(self, answer: Answer, dialog: "_Question") -> None:
        super().__init__(answer.text, answer.role)
        self._answer, self._dialog = answer, dialog
        self.clicked.connect(self._choose)

    def _choose(self) -> None:
        self._dialog.choose(self._answer.key)


class _Sheet(QDialog):
    """The ground all dialogs share: margins, a width that suits reading, texts at the left."""

    def __init__(self, parent: QWidget | None, title: str) -> None:
        super().__init__(parent)
        size = metrics()
        self.setWindowTitle(title)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(size.page_left, size.gap, size.page_left, size.gap)
        self.rows.setSpacing(size.grid)
        self.setMinimumWidth(size.px(440))
        self.foot = QHBoxLayout()
        self.foot.setSpacing(size.grid)
        self.foot.addStretch(1)


class _Question(_Sheet):
    def __init__(self, parent: QWidget | None, question: str, detail: str, answers: Sequence[Answer]) -> None:
        super().__init__(parent, _("SocialUpph"))
        self.answer = ""
        self.rows.addWidget(ToneLabel(question, "panel", wrap=True))
        if detail:
            self.rows.addWidget(ToneLabel(detail, "body", "text2", wrap=True, selectable=True))
        self.rows.addSpacing(metrics().grid)
        for answer in answers:
            button = _AnswerButton(answer, self)
            self.foot.addWidget(button)
            if answer.role is Role.PRIMARY:
                button.setDefault(True)
                button.setFocus()
        self.rows.addLayout(self.foot)
        self.setAccessibleDescription(detail)

    def choose(self, key: str) -> None:
        """Close with that answer."""
        self.answer = key
        self.accept()


class _TextQuestion(_Sheet):
    def __init__(self, parent: QWidget | None, title: str, label: str, button: str) -> None:
        super().__init__(parent, title)
        self.rows.addWidget(ToneLabel(title, "panel", wrap=True))
        words = ToneLabel(label, "label", wrap=True)
        self.line = QLineEdit()
        self.line.setFixedHeight(metrics().control)
        words.setBuddy(self.line)
        self.line.setAccessibleName(label)
        self.rows.addWidget(words)
        self.rows.addWidget(self.line)
        self.rows.addSpacing(metrics().grid)
        self._cancel = Button(_("Avbryt"), Role.QUIET, key="Esc")
        self._ok = Button(button or _("Spara"), Role.PRIMARY, key="Enter")
        self._ok.setDefault(True)
        self.foot.addWidget(self._cancel)
        self.foot.addWidget(self._ok)
        self.rows.addLayout(self.foot)
        self._cancel.clicked.connect(self.reject)
        self._ok.clicked.connect(self.accept)
        self.line.textChanged.connect(self._typed)
        self._typed()

    def _typed(self) -> None:
        self._ok.setEnabled(bool(self.line.text().strip()))


class _FormDialog(_Sheet):
    def __init__(self, parent: QWidget | None, form: Form, submit: Submit) -> None:
        title = translate(form.spec.title)
        super().__init__(parent, title)
        self._form, self._submit = form, submit
        self.result_value: object = None
        self.rows.addWidget(ToneLabel(title, "panel", wrap=True))
        self._banner = Banner()
        self.rows.addWidget(self._banner)
        self.rows.addWidget(form, 1)
        foot = FormFoot(translate(form.spec.save) if form.spec.save else "")
        foot.save_asked.connect(self._save)
        foot.cancel_asked.connect(self.reject)
        self.rows.addWidget(foot)
        size = metrics()
        self.resize(size.px(600), min(size.px(520), form.natural_height() + size.px(140)))
        form.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_S:
            self._save()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # Enter in a field is not a save: it picks in lists and combos
        else:
            super().keyPressEvent(event)

    def _save(self) -> None:
        try:
            self.result_value = self._submit(self._form.values())
        except FormIncomplete:
            return
        except RuleViolation as violation:
            if violation.field is not None and self._form.has_field(violation.field):
                self._form.show_error(violation.field, explain(violation))
            else:
                self._banner.say(explain(violation))
            return
        except SocialUpphError as error:
            self._banner.say(message(error))
            return
        self.accept()


class WindowDialogs:
    """The real dialogs, over ``window``."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def ask(self, question: str, detail: str, answers: Sequence[Answer]) -> str:
        dialog = _Question(self._window, question, detail, answers)
        dialog.exec()
        dialog.deleteLater()
        return dialog.answer

    def ask_text(self, title: str, label: str, *, text: str = "", button: str = "", secret: bool = False) -> str | None:
        dialog = _TextQuestion(self._window, title, label, button)
        if secret:
            dialog.line.setEchoMode(QLineEdit.EchoMode.Password)
        dialog.line.setText(text)
        dialog.line.selectAll()
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        found = dialog.line.text() if secret else dialog.line.text().strip()
        dialog.deleteLater()
        return found if accepted else None

    def ask_form(
        self, spec: FormSpec, providers: Providers, submit: Submit, *, values: Mapping[str, object] | None = None
    ) -> object | None:
        form = Form(spec, providers)
        if values:
            form.set_values(values)
        dialog = _FormDialog(self._window, form, submit)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        found = dialog.result_value
        dialog.deleteLater()
        return found if accepted else None

    def open_file(self, title: str, patterns: str) -> Path | None:
        chosen, _filter = QFileDialog.getOpenFileName(self._window, title, "", patterns)
        return Path(chosen) if chosen else None

    def open_files(self, title: str, patterns: str) -> tuple[Path, ...]:
        chosen, _filter = QFileDialog.getOpenFileNames(self._window, title, "", patterns)
        return tuple(map(Path, chosen))

    def save_file(self, title: str, suggested: str, patterns: str) -> Path | None:
        chosen, _filter = QFileDialog.getSaveFileName(self._window, title, suggested, patterns)
        return Path(chosen) if chosen else None

    def choose_folder(self, title: str) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(self._window, title)
        return Path(chosen) if chosen else None

    def choose_printer(self, pages: int) -> QPrinter | None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setFullPage(True)
        dialog = QPrintDialog(printer, self._window)
        dialog.setMinMax(1, pages)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return printer if accepted else None
