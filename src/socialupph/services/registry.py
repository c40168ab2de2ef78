"""All services of an open register, by the name of their feature."""

from pathlib import Path

from socialupph.services.audit import Audit
from socialupph.services.base import Context
from socialupph.services.buyers import Buyers
from socialupph.services.candidates import Candidates
from socialupph.services.contracts import Contracts
from socialupph.services.deviations import Deviations
from socialupph.services.documents import Documents
from socialupph.services.drafts import Drafts
from socialupph.services.follow_ups import FollowUps
from socialupph.services.goals import Goals
from socialupph.services.imports import Imports
from socialupph.services.lookups import Lookups
from socialupph.services.matching import Matching
from socialupph.services.openings import Openings
from socialupph.services.placements import Placements
from socialupph.services.procurements import Procurements
from socialupph.services.reference import Reference
from socialupph.services.requirements import Requirements
from socialupph.services.saved_filters import SavedFilters
from socialupph.services.search import Search
from socialupph.services.settings import Settings
from socialupph.services.sign_ups import SignUps
from socialupph.services.suppliers import Suppliers
from socialupph.services.tasks import Tasks
from socialupph.services.today import Today
from socialupph.services.training import Training
from socialupph.services.undo import Undo


class Services:
    """One object a feature. Made by ``services.registers``; ``close`` lets go of the file."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.clock = context.clock
        self.calendar = context.calendar
        self.today = Today(context)
        self.procurements = Procurements(context)
        self.contracts = Contracts(context)
        self.requirements = Requirements(context)
        self.buyers = Buyers(context)
        self.suppliers = Suppliers(context)
        self.imports = Imports(context)
        self.candidates = Candidates(context)
        self.openings = Openings(context)
        self.matching = Matching(context)
        self.placements = Placements(context)
        self.follow_ups = FollowUps(context)
        self.training = Training(context)
        self.sign_ups = SignUps(context)
        self.deviations = Deviations(context)
        self.tasks = Tasks(context)
        self.goals = Goals(context)
        self.documents = Documents(context)
        self.reference = Reference(context)
        self.settings = Settings(context)
        self.search = Search(context)
        self.lookups = Lookups(context)
        self.drafts = Drafts(context)
        self.saved_filters = SavedFilters(context)
        self.undo = Undo(context)
        self.audit = Audit(context)

    @property
    def path(self) -> Path:
        """The register file."""
        return self._context.database.path

    def close(self) -> None:
        """Let go of the register file. No service may be used afterwards."""
        self._context.database.close()
