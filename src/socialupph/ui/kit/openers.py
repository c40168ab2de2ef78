"""Opening what another feature offers, as the handler of an action or a button."""

from socialupph.ui.kit.page_base import Page


class PageOpener:
    """Lays the page that a feature offers under ``key`` over ``page``."""

    def __init__(self, page: Page, key: str) -> None:
        self._page, self._key = page, key

    def __call__(self) -> None:
        self._page.opened.emit(self._page.context.pages.make(self._key))
