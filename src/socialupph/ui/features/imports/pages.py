"""The pages of bringing in, as the area offers them and as one leads to another."""

from collections.abc import Sequence
from pathlib import Path

from socialupph.domain.kinds import CodeList
from socialupph.services.registry import Services
from socialupph.ui.features.imports.code_list_page import CodeListPage
from socialupph.ui.features.imports.contract_list_page import ContractListPage
from socialupph.ui.features.imports.guess import What
from socialupph.ui.features.imports.notice_page import NoticePage
from socialupph.ui.features.imports.sheets_page import SheetsPage
from socialupph.ui.features.imports.start_page import ImportStartPage
from socialupph.ui.kit.page import Page, PageContext


class ImportPages:
    """Makes them for an open register."""

    def __init__(self, context: PageContext, services: Services) -> None:
        self._context, self._services = context, services

    def start(self) -> ImportStartPage:
        """Where a file is dropped or chosen, and what it is is guessed."""
        return ImportStartPage(self._context, self.opened)

    def contract_list(self) -> ContractListPage:
        """For a list of contracts."""
        return ContractListPage(self._context, self._services)

    def sheets(self) -> SheetsPage:
        """For sheets of one's own."""
        return SheetsPage(self._context, self._services)

    def notice(self) -> NoticePage:
        """For a published notice."""
        return NoticePage(self._context, self._services)

    def codes(self, which: CodeList | None = None) -> CodeListPage:
        """For a long list of codes; which one is told from the file when it is not said."""
        return CodeListPage(self._context, self._services, which)

    def opened(self, what: What, paths: Sequence[Path]) -> Page:
        """The page that takes what was chosen; it reads ``paths`` at once."""
        if what is What.SHEETS:
            sheets = self.sheets()
            if paths:
                sheets.take_paths(paths)
            return sheets
        page = self._of_one_file(what)
        if paths:
            page.open_path(paths[0])
        return page

    def _of_one_file(self, what: What) -> ContractListPage | NoticePage | CodeListPage:
        if what is What.NOTICE:
            return self.notice()
        return self.contract_list() if what is What.CONTRACTS else self.codes()
