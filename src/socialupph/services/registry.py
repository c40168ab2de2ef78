"""All services of an open register, by the name of their feature."""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from socialupph.services.audit import Audit
    from socialupph.services.base import Context
    from socialupph.services.buyers import Buyers
    from socialupph.services.candidates import Candidates
    from socialupph.services.code_listing import CodeListing
    from socialupph.services.code_lists import CodeLists
    from socialupph.services.contracts import Contracts
    from socialupph.services.deviations import Deviations
    from socialupph.services.documents import Documents
    from socialupph.services.drafts import Drafts
    from socialupph.services.duplicates import Duplicates
    from socialupph.services.follow_ups import FollowUps
    from socialupph.services.goals import Goals
    from socialupph.services.imports import Imports
    from socialupph.services.lookups import Lookups
    from socialupph.services.matching import Matching
    from socialupph.services.notices import Notices
    from socialupph.services.openings import Openings
    from socialupph.services.placements import Placements
    from socialupph.services.procurements import Procurements
    from socialupph.services.reference import Reference
    from socialupph.services.register_sheets import RegisterSheets
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


def _made(where: str) -> Any:
    """The service ``module.Class``, read and made when it is first asked for: the start page needs few of them."""
    module, name = where.split(".")

    def make(self: Services) -> object:
        kind = getattr(import_module(f"socialupph.services.{module}"), name)
        return kind(self._context)  # pyright: ignore[reportPrivateUsage] -- becomes an attribute of that class

    return cached_property(make)


class Services:
    """One object a feature. Made by ``services.registers``; ``close`` lets go of the file."""

    today: Today = _made("today.Today")
    procurements: Procurements = _made("procurements.Procurements")
    contracts: Contracts = _made("contracts.Contracts")
    requirements: Requirements = _made("requirements.Requirements")
    buyers: Buyers = _made("buyers.Buyers")
    suppliers: Suppliers = _made("suppliers.Suppliers")
    imports: Imports = _made("imports.Imports")
    sheets: RegisterSheets = _made("register_sheets.RegisterSheets")
    notices: Notices = _made("notices.Notices")
    candidates: Candidates = _made("candidates.Candidates")
    duplicates: Duplicates = _made("duplicates.Duplicates")
    openings: Openings = _made("openings.Openings")
    matching: Matching = _made("matching.Matching")
    placements: Placements = _made("placements.Placements")
    follow_ups: FollowUps = _made("follow_ups.FollowUps")
    training: Training = _made("training.Training")
    sign_ups: SignUps = _made("sign_ups.SignUps")
    deviations: Deviations = _made("deviations.Deviations")
    tasks: Tasks = _made("tasks.Tasks")
    goals: Goals = _made("goals.Goals")
    documents: Documents = _made("documents.Documents")
    reference: Reference = _made("reference.Reference")
    code_lists: CodeLists = _made("code_lists.CodeLists")
    settings: Settings = _made("settings.Settings")
    search: Search = _made("search.Search")
    lookups: Lookups = _made("lookups.Lookups")
    drafts: Drafts = _made("drafts.Drafts")
    saved_filters: SavedFilters = _made("saved_filters.SavedFilters")
    undo: Undo = _made("undo.Undo")
    audit: Audit = _made("audit.Audit")

    def __init__(self, context: Context) -> None:
        self._context = context
        self.clock = context.clock
        self.calendar = context.calendar

    @cached_property
    def codes(self) -> CodeListing:
        """The lists of codes as rows."""
        from socialupph.services.code_listing import CodeListing  # noqa: PLC0415 -- as the others

        return CodeListing(self._context, self.code_lists)

    def make_all(self) -> None:
        """Read and make every service, so that nobody waits for one later."""
        for name, made in vars(type(self)).items():
            if isinstance(made, cached_property):
                getattr(self, name)

    def check(self) -> None:
        """Look through a register that was opened with ``check_later``; RegisterProblem ``register.damaged`` when it is broken."""
        self._context.database.check()

    def stop_check(self) -> None:
        """Let ``check`` come to an end: the window is closed."""
        self._context.database.stop_check()

    @property
    def path(self) -> Path:
        """The register file."""
        return self._context.database.path

    def close(self) -> None:
        """Let go of the register file. No service may be used afterwards."""
        self._context.database.close()
