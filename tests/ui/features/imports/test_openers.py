"""Reading in from wherever one is: every page a feature asks another for is offered, and an empty list leads there."""

import re
from pathlib import Path

import pytest

from socialupph.domain.kinds import CodeList
from socialupph.ui.features.imports.sheets_page import SheetsPage
from socialupph.ui.kit.buttons import Button
from tests.ui.features.desk import Desk

SOURCES = Path(__file__).parents[4] / "src" / "socialupph"


@pytest.fixture
def desk(qapp, qtbot, services):
    found = Desk(qapp, qtbot, services, "suppliers")
    yield found
    found.close()


def offered(desk):
    return {entry.key for feature in desk.container.features for entry in feature.pages}


def test_every_page_that_is_asked_for_is_offered(desk):
    asked = set()
    for file in SOURCES.rglob("*.py"):
        asked |= set(re.findall(r'(?:pages\.make|PageOpener\(self,)\(?\s*"([^"]+)"', file.read_text("utf-8")))
    asked |= {f"import.codes.{which}" for which in CodeList}
    assert len(asked) > 3
    assert asked <= offered(desk)


def test_every_page_that_is_offered_opens(desk):
    for feature in desk.container.features:
        for entry in feature.pages:
            if entry.text:  # what has no words is only opened about something
                desk.window.router.push(entry.make())
                assert desk.page.title
                desk.window.router.back()


@pytest.mark.parametrize("area", ["suppliers", "candidates", "placements", "training"])
def test_an_empty_list_offers_the_sheets_one_has(desk, area):
    page = desk.open(area)
    button = next(one for one in page.findChildren(Button) if one.words() == "Läs in egna listor")
    assert button.isVisible()
    button.click()
    assert isinstance(desk.page, SheetsPage)
