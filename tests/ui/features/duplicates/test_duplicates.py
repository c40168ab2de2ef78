"""Possible duplicates by keyboard: found, compared, merged or put away, and taken back."""

import weakref

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from socialupph.domain.changes import Entity, RecordRef
from socialupph.domain.commands.suppliers import ContactFields, SupplierFields, WorkplaceFields
from socialupph.domain.kinds import AuditKind, ContactRole, ReferenceList
from socialupph.domain.queries import ListQuery
from socialupph.specs import duplicates as specs
from socialupph.ui.features.candidates.page import CandidatePage
from socialupph.ui.features.candidates.record import CandidateRecordPage
from socialupph.ui.features.duplicates.compare_page import ComparePage
from socialupph.ui.features.duplicates.page import DuplicatesPage
from socialupph.ui.features.suppliers.record import SupplierRecordPage
from socialupph.ui.kit.labels import LinkButton
from socialupph.ui.kit.timeline import Timeline
from socialupph.ui.kit.value_choice import ValueChoice
from tests.services.placement_world import TODAY
from tests.ui.features.desk import seen

K = Qt.Key


def at(desk, kind):
    """Whether the page that is shown is of a kind."""
    return isinstance(desk.page, kind)


def press(desk, words):
    """Press the button or link that says so, once it is there."""

    def found():
        buttons = [one for one in desk.page.findChildren(QAbstractButton) if one.isVisible()]
        return [one for one in buttons if words in one.accessibleName() + one.text()]

    desk.qtbot.waitUntil(lambda: bool(found()))
    found()[0].click()
    desk.idle()


def suspects(desk):
    """Open the page as the palette does."""
    desk.window.commands_menu.action("page.duplicates").trigger()
    desk.idle()
    return desk.page


def lines(page):
    """What a screen reader says of the list, which is what is read in it."""
    model = page.list.model()
    return [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]


def two_candidates(world, **fields):
    first = world.candidate(name="Rut Exempel", birth_year=1990, phone="070-1")
    return first, world.candidate(**{"name": "Ruth Exempel", "birth_year": 1990, "email": "r@x.example", **fields})


def supplier(world, name, number=None):
    return world.services.suppliers.register(SupplierFields(name, number)).new_id(Entity.SUPPLIER)


def contact(world, name, **fields):
    command = ContactFields(world.supplier, name, ContactRole.SUPERVISOR, **fields)
    return world.services.suppliers.register_contact(command).new_id(Entity.CONTACT)


def compared(desk, entity, kept, merged):
    page = desk.container.context.pages.make(specs.COMPARE)
    page.narrow(specs.pair_filter(entity, kept, merged))
    desk.window.router.push(page)
    desk.idle()
    return page


# ---------------------------------------------------------------- the list


def test_nothing_to_show_says_what_this_is(desk):
    page = suspects(desk)
    assert at(desk, DuplicatesPage)
    assert "Inga möjliga dubbletter" in seen(page)
    assert page.header.count.text() == "inga"
    desk.key(K.Key_Escape)
    assert at(desk, CandidatePage)


def test_pairs_by_kind(desk, world):
    two_candidates(world)
    supplier(world, "Åsa Städ AB", "556036-0793")
    supplier(world, "Åsa Städ")
    contact(world, "Rut Exempel")
    page = suspects(desk)
    assert page.header.count.text() == "3 par"
    assert lines(page) == [
        "Leverantörer, 1",
        "Åsa Städ AB, 556036-0793 och Åsa Städ: samma namn",
        "Kontaktpersoner, 1",
        "Rut Exempel, Bygg & Mark i Fjällbyn AB och Rut Exempel, Bygg & Mark i Fjällbyn AB: samma namn",
        "Kandidater, 1",
        "KA-0001 och KA-0002: liknande namn, samma födelseår",
    ]
    assert desk.focus is page.list
    for entity in (Entity.SUPPLIER, Entity.CONTACT, Entity.CANDIDATE, Entity.CANDIDATE):
        assert page.list.chosen().entity is entity  # the arrows pass the headings by
        desk.key(K.Key_Down)


def test_many_pairs(desk, world):
    for number in range(40):
        supplier(world, f"Påhitt {number} AB")
        supplier(world, f"Påhitt {number} HB")
    page = suspects(desk)
    assert page.header.count.text() == "40 par"
    assert len(page.list.pairs()) == 40
    desk.key(K.Key_End)
    desk.key(K.Key_Return)
    assert "Påhitt 39" in desk.page.title
    desk.key(K.Key_Escape)
    assert at(desk, DuplicatesPage)
    assert page.list.chosen().first.label == "Påhitt 39 AB"
    desk.key(K.Key_Return)
    press(desk, "Inte samma")
    assert page.list.chosen().first.label == "Påhitt 38 AB"


def test_a_quiet_line_over_the_lists_leads_there(desk, world):
    assert not desk.page._found.isVisible()
    two_candidates(world)
    desk.window.reload_page()
    desk.idle()
    line = desk.page._found
    assert line.isVisible()
    line.findChild(LinkButton).click()
    desk.idle()
    assert at(desk, DuplicatesPage)
    desk.key(K.Key_Escape)
    contact(world, "Rut Exempel")
    desk.open("suppliers")
    assert desk.page._found.isVisible()
    assert "1 möjlig dubblett" in seen(desk.page._found)


def test_a_pair_is_put_away_and_comes_back_when_that_is_undone(desk, world):
    two_candidates(world)
    page = suspects(desk)
    desk.key(K.Key_F6)
    page._apart.setFocus()
    desk.key(K.Key_Return)
    assert desk.toast() == "Paret visas inte igen."
    assert page.header.count.text() == "inga"
    desk.control(K.Key_Z)
    assert page.header.count.text() == "1 par"
    assert desk.focus is page.list


def test_the_comparison_is_no_command_of_its_own(desk):
    ids = [entry.id for entry in desk.window.commands_menu.entries()]
    assert "page.duplicates" in ids
    assert "page.duplicates.compare" not in ids


# ---------------------------------------------------------------- side by side


def test_by_keyboard_from_the_list_to_the_merger_and_back(desk, world):
    first, second = two_candidates(world)
    world.placement(candidate_id=second)
    suspects(desk)
    desk.key(K.Key_Return)
    page = desk.page
    assert at(desk, ComparePage)
    assert page.title == "Slå ihop KA-0002 och KA-0001"  # more hangs on the newer one, so that is kept
    assert isinstance(desk.focus, ValueChoice)
    assert desk.focus.words() == "Ruth Exempel"
    told = seen(page)
    for words in (
        "Behålls",
        "Går upp i den andra",
        "Född",
        "1990",
        "Fylls i: 070-1",
        "Placeringar: 1",
        "Uppföljningar",
    ):
        assert words in told, words
    desk.key(K.Key_Right)
    assert (desk.focus.words(), desk.focus.isChecked()) == ("Rut Exempel", True)
    desk.control(K.Key_S)
    assert at(desk, DuplicatesPage)
    assert desk.toast() == "Kandidaterna är sammanslagna."
    assert desk.page.header.count.text() == "inga"
    view = world.services.candidates.view(second)
    assert (view.name, view.phone, view.email) == ("Rut Exempel", "070-1", "r@x.example")
    assert world.services.candidates.ids(ListQuery()) == [second]
    desk.control(K.Key_Z)
    assert desk.page.header.count.text() == "1 par"
    assert world.services.candidates.view(first).merged_into is None


def test_what_was_picked_stands_when_the_two_change_places(desk, world):
    first, second = two_candidates(world, birth_year=1991)
    page = compared(desk, Entity.CANDIDATE, first, second)
    assert page.page_actions.action("compare.swap").isEnabled()
    desk.key(K.Key_Right)  # the name of the second
    press(desk, "Byt håll")
    assert page.title == "Slå ihop KA-0002 och KA-0001"
    chosen = [one.words() for one in page.findChildren(ValueChoice) if one.isVisible() and one.isChecked()]
    assert chosen == ["Ruth Exempel", "1991"]  # picked; and the kept one's own, where nothing was
    desk.control(K.Key_S)
    view = world.services.candidates.view(second)
    assert (view.name, view.birth_year, view.phone) == ("Ruth Exempel", 1991, "070-1")
    assert world.services.candidates.view(first).merged_into.id == second


def test_doubts_are_told_the_strong_ones_first(desk, world):
    first, second = two_candidates(world, birth_year=1991)
    world.placement(candidate_id=first)
    world.placement(candidate_id=second)
    page = compared(desk, Entity.CANDIDATE, first, second)
    shown = [page._doubts.itemAt(number).widget().text() for number in range(page._doubts.count())]
    assert shown == [
        "De är födda olika år. Är de verkligen samma person?",
        "Placeringarna P-0001 och P-0002 går in i varandra. Båda står kvar; rätta datumen efteråt om någon är fel.",
    ]


def test_not_the_same_from_the_comparison(desk, world):
    two_candidates(world)
    suspects(desk)
    desk.key(K.Key_Return)
    press(desk, "Inte samma")
    assert at(desk, DuplicatesPage)
    assert desk.page.header.count.text() == "inga"
    assert world.services.candidates.total() == 2


def test_needs_are_only_told_as_noted(desk, world):
    need = world.reference(ReferenceList.WORKPLACE_ADJUSTMENT, "quiet_environment")
    group = world.reference(ReferenceList.TARGET_GROUP, "young")
    first, second = two_candidates(world, adjustment_ids=(need,), target_group_id=group)
    told = seen(compared(desk, Entity.CANDIDATE, first, second))
    for which, key in (
        (ReferenceList.WORKPLACE_ADJUSTMENT, "quiet_environment"),
        (ReferenceList.TARGET_GROUP, "young"),
    ):
        assert world.services.reference.by_key(which, key).label not in told
    assert "Anpassningsbehov: noterat" in told
    assert "Målgrupp: noterat" in told


def test_a_protected_person_is_named_only_inside(desk, world):
    first, _second = two_candidates(world, protected=True, alias="KA-0900")
    page = suspects(desk)
    assert lines(page)[1].startswith("KA-0001 och KA-0900:")
    assert "Exempel" not in seen(page)
    desk.key(K.Key_Return)
    assert desk.page.title == "Slå ihop"
    assert "Ruth Exempel" in seen(desk.page)
    assert AuditKind.VIEWED_PROTECTED in [line.kind for line in world.services.audit.last()]
    desk.control(K.Key_S)
    assert world.services.candidates.view(first).protected


def test_what_is_gone_meanwhile_says_so(desk, world):
    first, second = two_candidates(world)
    world.services.candidates.void(second, 1, "Fel")
    page = compared(desk, Entity.CANDIDATE, first, second)
    assert "makulerad eller redan sammanslagen" in page.banner.text()
    assert not page.page_actions.action("compare.merge").isEnabled()
    desk.control(K.Key_S)
    assert at(desk, ComparePage)
    desk.key(K.Key_Escape)
    assert at(desk, CandidatePage)


def test_what_was_saved_meanwhile_is_told_and_kept(desk, world):
    first, second = two_candidates(world)
    page = compared(desk, Entity.CANDIDATE, first, second)
    world.services.candidates.close(second, 1)
    desk.control(K.Key_S)
    assert "har ändrats sedan du öppnade den" in page.banner.text()
    assert world.services.candidates.view(second).merged_into is None
    desk.window.reload_page()
    desk.control(K.Key_S)
    assert world.services.candidates.view(second).merged_into is not None


@pytest.mark.parametrize("width", [1366, 683])
def test_nothing_is_cut_where_there_is_little_room(desk, world, width):
    first, second = two_candidates(world, referring_officer="Alf Exempel-Påhittsson vid Arbetsförmedlingen i Exempelby")
    page = compared(desk, Entity.CANDIDATE, first, second)
    desk.window.resize(width, 768)
    area = page.scroll_area
    desk.qtbot.waitUntil(lambda: page.width() <= width and area.widget().width() <= area.viewport().width())
    for choice in page.findChildren(ValueChoice):
        if choice.isVisible():
            assert choice.height() >= choice.heightForWidth(choice.width())


def test_the_comparison_is_freed(desk, world):
    first, second = two_candidates(world)
    page = weakref.ref(compared(desk, Entity.CANDIDATE, first, second))
    desk.key(K.Key_Escape)
    assert desk.is_freed(page)


# ---------------------------------------------------------------- from the records


def test_a_candidate_is_merged_with_one_that_is_looked_up(desk, world):
    first, second = two_candidates(world)
    world.placement(candidate_id=second)
    page = desk.open("candidates", first)
    for answer in (first, second):
        desk.answers.queue.append({"other_id": answer})
        page.page_actions.action("candidate.merge").trigger()
        desk.idle()
    assert desk.answers.refused == [("duplicate.same", "other_id")]
    assert at(desk, ComparePage)
    assert desk.page.title == "Slå ihop KA-0001 och KA-0002"  # the opened one is kept, whatever hangs on the other
    desk.control(K.Key_S)
    assert at(desk, CandidateRecordPage)
    told = seen(desk.page)
    assert "Hit hör också:" in told
    model = desk.page._timeline.findChild(Timeline).model()
    events = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert any("P-0001, som KA-0002" in event for event in events)
    assert any("Sammanslagen. KA-0002" in event for event in events)
    press(desk, "KA-0002")
    assert desk.page.record_id == second
    told = seen(desk.page)
    assert f"Sammanslagen med KA-0001 {TODAY}" in told
    for name in ("edit", "consent", "void", "merge", "close", "suggest"):
        assert not desk.page.page_actions.action(f"candidate.{name}").isEnabled(), name
    press(desk, "Öppna KA-0001")
    assert desk.page.record_id == first
    desk.control(K.Key_Z)
    assert "Hit hör också:" not in seen(desk.page)


def test_a_supplier_and_its_contacts(desk, world):
    other = supplier(world, "Bygg och Mark Fjällbyn", "556036-0793")
    moved = world.services.suppliers.register_contact(
        ContactFields(other, "Ruth Exempel", ContactRole.SUPERVISOR)
    ).new_id(Entity.CONTACT)
    world.services.suppliers.register_workplace(WorkplaceFields(other, "Kontoret"))
    page = desk.open("suppliers", world.supplier)
    desk.answers.queue.append({"other_id": other})
    page.page_actions.action("supplier.merge").trigger()
    desk.idle()
    desk.control(K.Key_S)
    assert at(desk, SupplierRecordPage)
    told = seen(desk.page)
    assert "Rut Exempel och Ruth Exempel, liknande namn" in told
    assert page._contacts.model.rowCount() == 2
    press(desk, "Rut Exempel och Ruth Exempel")
    assert at(desk, ComparePage)
    assert desk.page.title == "Slå ihop"
    desk.control(K.Key_S)
    assert at(desk, SupplierRecordPage)
    assert page._contacts.model.rowCount() == 1
    assert "liknande namn" not in seen(page)
    desk.control(K.Key_Z)
    press(desk, "Bygg och Mark Fjällbyn")
    gone = desk.page
    assert gone.record_id == other
    assert gone.header.pill.word() == "Sammanslagen"
    assert gone._contacts.model.rowCount() == 1
    gone._contacts.table.setFocus()
    desk.key(K.Key_Return)
    assert desk.page is gone  # what is the other's now is not changed from here
    assert not gone.page_actions.action("supplier.edit").isEnabled()
    assert world.services.search.home(RecordRef(Entity.CONTACT, moved)).id == world.supplier


def test_two_contacts_are_chosen_by_hand(desk, world):
    other = contact(world, "Helt Annan")
    page = desk.open("suppliers", world.supplier)
    desk.answers.queue += [None, {"kept_id": str(other), "other_id": str(other)}]
    for _time in range(2):
        page.page_actions.action("supplier.merge_contacts").trigger()
    assert desk.answers.refused == [("duplicate.same", "other_id")]
    desk.answers.queue.append({"kept_id": str(other), "other_id": str(world.supervisor)})
    page.page_actions.action("supplier.merge_contacts").trigger()
    desk.idle()
    desk.control(K.Key_S)
    (kept,) = world.services.suppliers.view(world.supplier).contacts
    assert (kept.id, kept.label, kept.phone) == (other, "Helt Annan", "070-000 00 17")
