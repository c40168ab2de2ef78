"""What pages of this area share: which records they watch, how a match stands on a card, where things are."""

import datetime as dt

from socialupph.domain.changes import Entity
from socialupph.domain.kinds import ReferenceList
from socialupph.domain.ledger import PlacementKind
from socialupph.domain.views.matching import BoardColumn, MatchRow
from socialupph.i18n import _, ngettext
from socialupph.services.registry import Services
from socialupph.specs.matching import waiting
from socialupph.specs.tables import Choice
from socialupph.ui.kit.board_cards import BoardCard
from socialupph.ui.kit.page import Destination

AREA = "matching"
WATCHES = frozenset(
    {
        Entity.OPENING,
        Entity.MATCH,
        Entity.CANDIDATE,
        Entity.PLACEMENT,
        Entity.REQUIREMENT,
        Entity.CONTRACT,
        Entity.SUPPLIER,
        Entity.WORKPLACE,
        Entity.CONTACT,
    }
)


def card_of(row: MatchRow, today: dt.date) -> BoardCard:
    """The card of a match: codes only, never a name, nor the company, which nobody may read beside a protected person."""
    note, mark = waiting(row, today)
    return BoardCard(row.id, row.person, row.opening_code, row.opening_title, note, mark)


def board_count(columns: tuple[BoardColumn, ...]) -> str:
    """*11 matchningar på 7 platser*."""
    cards = [card for column in columns for card in column.cards]
    openings = len({card.opening_id for card in cards})
    matches = ngettext("{n} matchning", "{n} matchningar", len(cards)).format(n=len(cards))
    places = ngettext("{n} plats", "{n} platser", openings).format(n=openings)
    return _("{matches} på {places}").format(matches=matches, places=places) if cards else matches


def trail(code: str = "", opening_id: int | None = None) -> tuple[tuple[str, object], ...]:
    """Where a form or a match stands: the area, and the opening where there is one."""
    area = (_("Platser & matchning"), Destination(AREA))
    return (area,) if opening_id is None else (area, (code, Destination(AREA, opening_id)))


def placement_forms(services: Services, kind: PlacementKind) -> tuple[Choice, ...]:
    """The forms under which somebody may begin at an opening of this kind."""
    return tuple(
        Choice(str(item.id), item.label)
        for item in services.reference.items(ReferenceList.PLACEMENT_FORM)
        if item.placement_kind in (None, kind)
    )
