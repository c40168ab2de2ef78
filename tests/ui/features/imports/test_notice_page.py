"""Published notices taken in through the window."""

import gc
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from socialupph.domain.contracts import ContractStatus
from socialupph.domain.queries import ListQuery
from socialupph.specs.import_preview import LineState
from socialupph.ui.features.contracts.page import ContractPage
from socialupph.ui.features.imports.notice_page import NoticePage
from tests.exchange.notice_building import (
    BUYER,
    WINNER,
    ContractXml,
    LotXml,
    NoticeXml,
    Org,
    OutcomeXml,
    TenderXml,
    withheld,
)

SHARED = Path(__file__).parents[4].parent / "shared" / "data" / "eforms"
SECOND = Org("ORG-0003", "Andra Städ AB", "559999-1113")
TWO = NoticeXml(
    organisations=(BUYER, WINNER, SECOND),
    lots=(LotXml(start="2026-04-01", end="2028-03-31"), LotXml("LOT-0002", "Fönsterputs")),
    outcomes=(OutcomeXml(), OutcomeXml("LOT-0002", tenders=("TEN-0002",), contracts=("CON-0002",))),
    tenders=(TenderXml(), TenderXml("TEN-0002", "LOT-0002", members=("ORG-0003",))),
    contracts=(ContractXml(), ContractXml("CON-0002", "2026-18", ("TEN-0002",))),
)


def contracts(world):
    return world.services.contracts.rows(world.services.contracts.ids(ListQuery("code")))


def opened(world, path):
    """The page with the file read, chosen in the dialog by keyboard."""
    if not world.shows(NoticePage):
        world.window.router.push(NoticePage(world.container.context, world.services))
    world.answers.queue = [Path(path)]
    world.control(Qt.Key.Key_O)
    world.idle()
    return world.page


def imported(world, path):
    opened(world, path)
    world.control(Qt.Key.Key_S)
    world.idle()
    assert world.shows(ContractPage)


def test_a_notice_is_shown_contract_by_contract_then_taken_in(world, tmp_path):
    page = opened(world, TWO.write(tmp_path))
    assert page.told.text() == (
        "Annons om tilldelning, version 01, skickad 2026-03-05. Städtjänster. Beställare: Exempelby kommun."
    )
    assert page.preview.shown() == [1, 2]
    assert page.foot.note.text() == "2 kontrakt: 2 nya. 1 blir utkast."
    assert page.foot.save.words() == "Importera 2 kontrakt"
    assert not page.skip.isVisible()
    first, second = page.loaded.lines
    assert first.message.splitlines() == [
        "Beställare: Exempelby kommun   Leverantör: Exempelstäd AB (556000-0167)",
        f"Del: LOT-0001   Värde: {first.value}   Avtalsnummer: 2026-17   Diarienummer: KS 2025/114",
        "Start: 2026-04-01   Slut: 2028-03-31   Tilldelat: 2026-02-10   Undertecknat: 2026-03-02",
        "Avtalsform: Kontrakt   Art: Tjänster   CPV-kod: 90911200",
    ]
    assert page.preview.detail.text() == first.message
    assert (second.supplier, second.draft, second.brief) == (
        "Andra Städ AB",
        True,
        "Del: LOT-0002. Utkast: startdatum och slutdatum saknas.",
    )
    assert contracts(world) == []
    world.control(Qt.Key.Key_S)
    world.idle()
    assert world.toast() == "2 kontrakt är inlästa ur annonsen."
    assert [row.status for row in contracts(world)] == [ContractStatus.RUNNING, ContractStatus.DRAFT]
    world.control(Qt.Key.Key_Z)
    assert contracts(world) == []


def test_the_same_notice_again_changes_nothing_and_a_newer_tells_what(world, tmp_path):
    imported(world, TWO.write(tmp_path))
    page = opened(world, TWO.write(tmp_path))
    assert page.foot.note.text() == "2 kontrakt: 2 oförändrade."
    assert not page.foot.save.isEnabled()
    newer = TWO.but(version="02", tenders=(TenderXml(value="1500000"), TWO.tenders[1]))
    page = opened(world, newer.write(tmp_path, "ny.xml"))
    assert page.loaded.lines[0].brief.startswith("Värde: ")
    assert "→" in page.loaded.lines[0].brief
    assert {line.state for line in page.loaded.lines} == {LineState.CHANGED}
    world.control(Qt.Key.Key_S)
    world.idle()
    assert contracts(world)[0].value == 1_500_000


def test_what_is_wrong_with_one_contract_can_be_left(world, tmp_path):
    wrong = TWO.but(tenders=(TWO.tenders[0], TenderXml("TEN-0002", "LOT-0002", currency="", members=("ORG-0003",))))
    page = opened(world, wrong.write(tmp_path))
    assert page.preview.shown() == [2]
    assert page.preview.detail.text() == (
        "Kontrakt 2: beloppet 1200000 saknar valuta. Kontrollera annonsen, eller registrera kontraktet själv."
    )
    assert page.loaded.lines[1].brief.startswith("Beloppet 1200000 saknar valuta.")
    assert page.skip.text() == "Ta in kontraktet som går och lämna 1 med fel"
    world.control(Qt.Key.Key_S)
    world.idle()
    assert contracts(world) == []
    page.skip.click()
    world.control(Qt.Key.Key_S)
    world.idle()
    assert [row.number for row in contracts(world)] == ["2026-17"]
    assert world.toast() == "1 kontrakt är inläst ur annonsen."


def test_what_is_kept_back_and_what_is_only_intended_is_said(world, tmp_path):
    path = NoticeXml(kind="veat", tenders=(TenderXml(privacy=withheld("win-ten-val")),)).write(tmp_path)
    page = opened(world, path)
    (line,) = page.loaded.lines
    assert "Avsikt att tilldela: ja" in line.message
    assert "Undanhållet i annonsen: värdet" in line.message
    assert line.brief == (
        "Del: LOT-0001; Undanhållet i annonsen: värdet. Utkast: avsikt att tilldela, ännu inget avtal. Dessutom saknas startdatum och "
        "slutdatum."
    )


@pytest.mark.parametrize(
    ("notice", "said"),
    [
        (NoticeXml(root="ContractNotice", namespace="urn:oasis:names:ubl:ContractNotice-2"), "annons om upphandling"),
        (NoticeXml(notice_id=""), "annonsens id (BT-701)"),
        (NoticeXml(prolog="<!DOCTYPE a [<!ENTITY x 'y'>]>"), "kan skada datorn"),
    ],
)
def test_what_cannot_be_read_is_said_in_the_banner_and_what_was_shown_stays(world, tmp_path, notice, said):
    page = opened(world, notice.write(tmp_path, "fel.xml"))
    assert said in page.banner.text()
    assert page.loaded is None
    page = opened(world, TWO.write(tmp_path))
    assert not page.banner.isVisible()
    page = opened(world, notice.write(tmp_path, "fel.xml"))
    assert said in page.banner.text()
    assert page.preview.shown() == [1, 2]
    assert contracts(world) == []


def test_a_notice_is_dropped(world, tmp_path):
    page = NoticePage(world.container.context, world.services)
    world.window.router.push(page)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(TWO.write(tmp_path)))])
    event = QDropEvent(
        QPointF(40, 40), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    page.dropEvent(event)
    world.idle()
    assert page.loaded
    assert page.loaded.written == 2


def test_the_page_reads_again_when_the_register_changes_and_is_freed(world, tmp_path):
    page = opened(world, TWO.write(tmp_path))
    world.services.notices.apply(page.loaded.notice)
    page.reload()
    world.idle()
    assert {line.state for line in page.loaded.lines} == {LineState.UNCHANGED}
    gone = weakref.ref(page)
    del page
    world.key(Qt.Key.Key_Escape)
    world.idle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    assert world.shows(ContractPage)
    assert gone() is None


@pytest.mark.skipif(not SHARED.is_dir(), reason="the notices are not here")
def test_the_nine_and_the_three(world):
    names = sorted(path.name for path in SHARED.glob("*.xml"))
    refused = []
    for name in names:
        page = opened(world, SHARED / name)
        if page.loaded is None or page.loaded.path.name != name:
            refused.append(name)
            assert page.banner.text().startswith(("Annonsen", "Filen"))
            world.key(Qt.Key.Key_Escape)
            continue
        world.control(Qt.Key.Key_S)
        world.idle()
        assert world.shows(ContractPage), name
    assert refused == ["INVALID_can_24_stage-1.xml", "can_24_no_tenders.xml", "cn_24_minimal.xml"]
    assert len(contracts(world)) == 11
