"""What can go wrong, as codes. The Swedish texts stand in ``specs/messages.py``; nothing here is shown as it is."""

from collections.abc import Mapping


class SocialUpphError(Exception):
    """Base of everything the program raises on purpose.

    ``code`` picks the text, ``facts`` fill its placeholders. Facts never carry personal data.
    """

    def __init__(self, code: str, facts: Mapping[str, object] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.facts: dict[str, object] = dict(facts or {})


class RuleViolation(SocialUpphError):
    """The coordinator asked for something the rules forbid; shown under ``field`` when there is one."""

    def __init__(self, code: str, field: str | None = None, facts: Mapping[str, object] | None = None) -> None:
        super().__init__(code, facts)
        self.field = field


class StaleRecord(SocialUpphError):
    """The record was saved by someone else after it was opened here."""

    def __init__(self) -> None:
        super().__init__("record.stale")


class NotFound(SocialUpphError):
    """No record bears that code or id."""


class RegisterProblem(SocialUpphError):
    """The register file cannot be opened or written: missing, newer, damaged, something else, read-only, full disk."""


class FileProblem(SocialUpphError):
    """A file given by the user cannot be read at all: wrong kind, empty, too large, hostile."""


class UndoRefused(SocialUpphError):
    """An operation cannot be undone because something later built on it."""


class ImportCancelled(SocialUpphError):
    """The user stopped an import before it was done; the register is as it was."""

    def __init__(self) -> None:
        super().__init__("import.cancelled")
