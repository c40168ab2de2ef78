"""A form that is still being filled in: what can be read of it, and what its look-ups look for."""

from socialupph.domain.errors import RuleViolation
from socialupph.ui.kit.form import Form
from socialupph.ui.kit.lookup import LookupEditor


def picked(form: Form, key: str) -> int | None:
    """The record chosen in a look-up field; None while there is none. KeyError for an unknown field."""
    found = form.box(key).editor.draft()
    return found if isinstance(found, int) else None


def set_lookup(form: Form, key: str, kind: str) -> None:
    """Let a field look for ``kind``, such as ``workplace:supplier_id=7``. KeyError for an unknown field."""
    editor = form.box(key).editor
    if isinstance(editor, LookupEditor):
        editor.set_kind(kind)


def readable(form: Form) -> dict[str, object]:
    """The value of every field that can be read now; a look-up that is half typed has none."""
    values: dict[str, object] = {}
    for field in form.spec.fields():
        editor = form.box(field.key).editor
        if isinstance(editor, LookupEditor):
            values[field.key] = picked(form, field.key)
            continue
        try:
            values[field.key] = editor.value()
        except RuleViolation:
            values[field.key] = None
    return values
