"""Small forms in a dialog that end in a command: asked, carried out, told with *Ångra*."""

from collections.abc import Callable, Mapping

from socialupph.domain.changes import Changes
from socialupph.i18n import _
from socialupph.specs.forms import FormSpec
from socialupph.ui.kit.page_base import PageContext


class _Done:
    """A command the dialog has carried out already, so that broken rules could be said in it."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes

    def __call__(self) -> Changes:
        return self._changes


def ask_and_run(
    context: PageContext,
    spec: FormSpec,
    submit: Callable[[dict[str, object]], Changes],
    *,
    done_text: str,
    values: Mapping[str, object] | None = None,
) -> Changes | None:
    """Ask with ``spec``; ``submit`` carries the command out. None when it was put away."""
    found = context.dialogs.ask_form(spec, context.providers, submit, values=values)
    return context.commands.run(_Done(found), done_text=done_text) if isinstance(found, Changes) else None


def ask_reason(context: PageContext, question: str) -> str | None:
    """Why something is voided; None when it was put away."""
    told = _("Varför? Posten går att läsa men räknas inte.")
    return context.dialogs.ask_text(question, told, button=_("Makulera"))
