"""All kinds of pages in one place to import from."""

from socialupph.ui.kit.form_page import FormPage
from socialupph.ui.kit.list_page import ListPage, ListService
from socialupph.ui.kit.page_base import Destination, ListOutputs, Page, PageContext, PageMaker, PaperDesk, ViewSettings
from socialupph.ui.kit.record_page import RecordPage
from socialupph.ui.kit.side_panel import SidePanel

__all__ = [
    "Destination",
    "FormPage",
    "ListOutputs",
    "ListPage",
    "ListService",
    "Page",
    "PageContext",
    "PageMaker",
    "PaperDesk",
    "RecordPage",
    "SidePanel",
    "ViewSettings",
]
