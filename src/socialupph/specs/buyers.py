"""Buyers: what lists show and forms ask."""

from collections.abc import Mapping

from socialupph.domain.views.buyers import BuyerRow
from socialupph.i18n import N_
from socialupph.specs.forms import Field, FieldKind, FormSpec, Section
from socialupph.specs.tables import Column, EmptyText, Filter, Kind, TableSpec
from socialupph.specs.words import choices, word
from socialupph.specs.words_contracts import BUYER_KIND

TABLE = TableSpec[BuyerRow](
    name="buyers",
    title=N_("Beställare"),
    sort="name",
    columns=(
        Column("name", N_("Namn"), lambda row: row.name, width=34, strong=True, stretch=True),
        Column("org_number", N_("Organisationsnummer"), lambda row: row.org_number, width=16),
        Column("kind", N_("Slag"), lambda row: word(BUYER_KIND, row.kind), width=18),
        Column("contracts", N_("Kontrakt"), lambda row: row.contracts, Kind.INTEGER, width=9),
    ),
    filters=(Filter("kind", N_("Slag"), choices(BUYER_KIND)),),
    empty=EmptyText(
        N_("Här samlas alla beställare"),
        N_(
            "En beställare är den som upphandlar. Ett kontrakt kan ha flera, när nämnder eller kommuner handlar tillsammans."
        ),
        N_("Läser du in er kontraktslista kommer beställarna med."),
    ),
)

NEW: Mapping[str, object] = {"country": "SE", "kind": "municipality"}
"""What stands in the form of a new one from the start."""

FORM = FormSpec(
    name="buyer",
    title=N_("Beställare"),
    sections=(
        Section(
            "",
            (
                Field("name", N_("Namn"), required=True),
                Field("org_number", N_("Organisationsnummer"), FieldKind.ORG_NUMBER, half=True),
                Field("country", N_("Land"), half=True, limit=2, help=N_("Två bokstäver, SE för Sverige")),
                Field("kind", N_("Slag"), FieldKind.CHOICE, required=True, choices=choices(BUYER_KIND), half=True),
            ),
        ),
    ),
)
