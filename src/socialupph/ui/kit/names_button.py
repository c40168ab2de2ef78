"""*Visa namn*: the user's choice to see names in a list. Off whenever a page is made."""

from PySide6.QtWidgets import QWidget

from socialupph.i18n import _
from socialupph.ui.kit.buttons import Button, Role


class NamesButton(Button):
    """A button that stays down while names are shown; its words say what pressing it does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Visa namn"), Role.QUIET, icon="contact_card_ribbon", small=True, parent=parent)
        self.setCheckable(True)
        self.toggled.connect(self._say)

    def _say(self) -> None:
        self.set_words(_("Dölj namn") if self.isChecked() else _("Visa namn"))
