"""Cards of facts, lines of links, and filters whose choices come from the register."""

from socialupph.specs.tables import Choice
from socialupph.ui.kit.fact_card import FactCard
from socialupph.ui.kit.filter_bar import FilterBar
from socialupph.ui.kit.labels import Fact, LinkButton, ToneLabel
from socialupph.ui.kit.link_line import LinkLine
from tests.ui.kit.fakes import LATE, SPEC, Answers


def texts(widget):
    return [label.text() for label in widget.findChildren(ToneLabel) if label.isVisible()]


def test_facts_replace_one_another(shown):
    card = shown(FactCard("Önskemål", empty="Inget noterat."))
    card.show_facts([Fact("Yrken", "Målare", "sedan i fjol", LATE), Fact("Orter", "Exempelby")])
    assert texts(card) == ["Önskemål", "Yrken", "Målare", "sedan i fjol", "Orter", "Exempelby"]
    card.show_facts([])
    assert texts(card) == ["Önskemål", "Inget noterat."]


def test_a_card_without_facts_and_words_is_away(shown):
    card = shown(FactCard("Svar"))
    card.show_facts([])
    assert not card.isVisible()
    card.show_facts([Fact("Vem", "Arbetsgivaren")])
    assert card.isVisible()


def test_links_lead_on(shown, qtbot):
    line = shown(LinkLine())
    line.set_parts((("Krav", None), ("K-1", 7), ("hos", None), ("Bygg", 8)))
    links = line.findChildren(LinkButton)
    assert [link.accessibleName() for link in links] == ["K-1", "Bygg"]
    with qtbot.waitSignal(line.followed) as told:
        links[1].click()
    assert told.args == [8]


def test_choices_of_a_filter_can_change(qapp):
    bar = FilterBar(SPEC.filters, Answers())
    bar.toggle("state", "on")
    bar.set_choices("state", (Choice("on", "aktuella"), Choice("new", "nya")))
    assert bar.told() == "Status: aktuella"
    bar.set_choices("state", (Choice("new", "nya"),))
    assert (bar.filters(), bar.told()) == ((), "")
    bar.toggle("state", "new")
    assert bar.told() == "Status: nya"
