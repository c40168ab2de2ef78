"""All services of an open register, by the name of their feature."""

from pathlib import Path

from socialupph.services.audit import Audit
from socialupph.services.base import Context
from socialupph.services.deviations import Deviations
from socialupph.services.drafts import Drafts
from socialupph.services.reference import Reference
from socialupph.services.saved_filters import SavedFilters
from socialupph.services.search import Search
from socialupph.services.settings import Settings
from socialupph.services.sign_ups import SignUps
from socialupph.services.suppliers import Suppliers
from socialupph.services.tasks import Tasks
from socialupph.services.today import Today
from socialupph.services.training import Training


class Services:
    """One object a feature. Made by ``services.registers``; ``close`` lets go of the file."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.clock = context.clock
        self.calendar = context.calendar
        self.suppliers = Suppliers(context)
        self.today = Today(context)
        self.training = Training(context)
        self.sign_ups = SignUps(context)
        self.tasks = Tasks(context)
        self.deviations = Deviations(context)
        self.reference = Reference(context)
        self.settings = Settings(context)
        self.search = Search(context)
        self.drafts = Drafts(context)
        self.saved_filters = SavedFilters(context)
        self.audit = Audit(context)

    @property
    def path(self) -> Path:
        """The register file."""
        return self._context.database.path

    def close(self) -> None:
        """Let go of the register file. No service may be used afterwards."""
        self._context.database.close()
