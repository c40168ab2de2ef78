"""A notice that is about to be taken in, contract by contract as the window shows it: what becomes of each, and all of it in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from socialupph.domain.commands.notices import Notice
from socialupph.domain.views.imports import ImportPreview, PreviewRow, RowState
from socialupph.i18n import N_, _, formats, ngettext, translate
from socialupph.specs.import_preview import STATE_MARKS, STATE_OF_ROW, LineState, counts
from socialupph.specs.notices import NOTICE_KIND, error_text, known_of, told_facts
from socialupph.specs.tables import Column, Kind, TableSpec
from socialupph.specs.words import word

_GROUPS = (
    ("intended", "buyer", "supplier_name", "supplier_org_number", "buyer_org_number", "subcontractors"),
    ("lot", "value", "number", "diary_number", "notice_id"),
    ("start", "end", "awarded_on", "signed_on", "extension_text", "options"),
    ("kind", "nature", "cpv", "social_objectives", "reserved_execution", "requirement_text"),
    ("withheld", "notes"),
)
"""Which facts stand on a line together, so that a contract is taken in at a glance."""

_BRIEF = frozenset({"lot", "start", "end", "withheld"})
"""What the list says of a new contract beside its columns."""


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """A contract of the notice; ``id`` is its place in it. ``brief`` is what the list says, ``message`` all of it, line by line."""

    id: int
    state: LineState
    code: str = ""
    title: str = ""
    supplier: str = ""
    value: str = ""
    brief: str = ""
    message: str = ""
    draft: bool = False

    @property
    def place(self) -> str:
        """Where it stands, in words."""
        return _("Kontrakt {row}").format(row=self.id)


TABLE = TableSpec[NoticeLine](
    name="notice-import",
    title=N_("Kontrakt i annonsen"),
    sort="row",
    columns=(
        Column("row", N_("Nr"), lambda line: line.id, Kind.INTEGER, width=4, sortable=False),
        Column(
            "state",
            N_("Vad som händer"),
            lambda line: translate(STATE_MARKS[line.state].word),
            Kind.STATUS,
            mark=lambda line: STATE_MARKS[line.state],
            detail=lambda line: _("utkast") if line.draft else "",
            width=18,
            sortable=False,
        ),
        Column("code", N_("Nummer"), lambda line: line.code, Kind.CODE, width=16, strong=True, sortable=False),
        Column("title", N_("Benämning"), lambda line: line.title, width=24, sortable=False, priority=1),
        Column("supplier", N_("Leverantör"), lambda line: line.supplier, width=22, sortable=False, priority=2),
        Column("value", N_("Värde"), lambda line: line.value, width=17, sortable=False, priority=3),
        Column("message", N_("Besked"), lambda line: line.brief, width=36, stretch=True, sortable=False),
    ),
)


def lines_of(preview: ImportPreview, notice: Notice) -> tuple[NoticeLine, ...]:
    """All contracts of the notice in its order."""
    read = {contract.row: contract for contract in notice.contracts}
    lines: list[NoticeLine] = []
    for row in preview.rows:
        contract = read[row.row]
        value = "" if contract.value is None else formats.money(Decimal(contract.value), contract.currency)
        lines.append(
            NoticeLine(
                row.row,
                STATE_OF_ROW[row.state],
                row.code,
                row.title,
                "; ".join(one.name for one in contract.suppliers),
                value,
                _brief(row),
                _whole(row),
                row.draft,
            )
        )
    return tuple(lines)


def _brief(row: PreviewRow) -> str:
    """What changes or where a new contract belongs, why it is a draft, what should be known; or what is wrong."""
    if row.state is RowState.ERROR:
        what = error_text(row).partition(": ")[2]
        return what[:1].upper() + what[1:]
    wanted = [(title, text) for key, title, text in told_facts(row) if row.state is RowState.CHANGED or key in _BRIEF]
    told = "; ".join(_("{title}: {text}").format(title=title, text=text) for title, text in wanted)
    return " ".join(part for part in (f"{told}." if told else "", *known_of(row)) if part)


def _whole(row: PreviewRow) -> str:
    if row.state is RowState.ERROR:
        return error_text(row)
    told = {key: _("{title}: {text}").format(title=title, text=text) for key, title, text in told_facts(row)}
    lines = ["   ".join(told[key] for key in group if key in told) for group in _GROUPS]
    return "\n".join(line for line in (*lines, " ".join(known_of(row))) if line)


def notice_text(notice: Notice) -> str:
    """*Annons om tilldelning, version 01, skickad 5 mar 2026. Städtjänster. Beställare: Exempelby kommun.*"""
    head = _("{kind}, version {version}").format(kind=word(NOTICE_KIND, notice.kind), version=notice.version)
    if notice.issued_on is not None:
        head = _("{head}, skickad {day}").format(head=head, day=notice.issued_on.isoformat())
    buyers = ", ".join(buyer.name for buyer in notice.buyers)
    return _("{head}. {title}. Beställare: {buyers}.").format(head=head, title=notice.title, buyers=buyers)


def total_text(lines: Sequence[NoticeLine]) -> str:
    """*2 kontrakt: 1 nytt, 1 ändras. 1 blir utkast.*"""
    found = counts(lines)
    parts = [
        text.format(n=formats.integer(number))
        for state, text in (
            (LineState.NEW, ngettext("{n} nytt", "{n} nya", found[LineState.NEW])),
            (LineState.CHANGED, _("{n} ändras")),
            (LineState.UNCHANGED, ngettext("{n} oförändrat", "{n} oförändrade", found[LineState.UNCHANGED])),
            (LineState.ERROR, _("{n} med fel")),
        )
        if (number := found[state])
    ]
    told = ngettext("{n} kontrakt: {parts}.", "{n} kontrakt: {parts}.", len(lines)).format(
        n=formats.integer(len(lines)), parts=", ".join(parts)
    )
    drafts = sum(line.draft and line.state in (LineState.NEW, LineState.CHANGED) for line in lines)
    if not drafts:
        return told
    more = ngettext("{n} blir utkast.", "{n} blir utkast.", drafts).format(n=formats.integer(drafts))
    return _("{told} {more}").format(told=told, more=more)


def skip_text(good: int, wrong: int) -> str:
    """The tick that lets the good contracts in and leaves the others."""
    first = ngettext("Ta in kontraktet som går", "Ta in de {n} kontrakt som går", good).format(n=formats.integer(good))
    then = ngettext("lämna {n} med fel", "lämna {n} med fel", wrong).format(n=formats.integer(wrong))
    return _("{first} och {then}").format(first=first, then=then)
