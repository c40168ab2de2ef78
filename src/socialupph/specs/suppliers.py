"""Suppliers: what lists show and forms ask."""

from socialupph.domain.views.suppliers import SupplierRow
from socialupph.i18n import N_
from socialupph.specs.forms import Field, FieldKind, FormSpec, Section
from socialupph.specs.tables import Column, EmptyText, Filter, Kind, TableSpec
from socialupph.specs.words import CONTACT_ROLE, SIZE_CLASS, SUPPLIER_KIND, choices, word

TABLE = TableSpec[SupplierRow](
    name="suppliers",
    title=N_("Leverantörer"),
    sort="name",
    columns=(
        Column("name", N_("Namn"), lambda row: row.name, width=34, strong=True, stretch=True),
        Column("org_number", N_("Organisationsnummer"), lambda row: row.org_number, width=14, priority=2),
        Column("kind", N_("Slag"), lambda row: word(SUPPLIER_KIND, row.kind), width=16, priority=3),
        Column("branch", N_("Bransch"), lambda row: row.branch, width=16, priority=4, shown=False),
        Column("contracts", N_("Kontrakt"), lambda row: row.contracts, Kind.INTEGER, width=9),
        Column("placements", N_("Pågående placeringar"), lambda row: row.placements, Kind.INTEGER, width=11),
        Column(
            "untrained_supervisors",
            N_("Handledare utan utbildning"),
            lambda row: row.untrained_supervisors,
            Kind.INTEGER,
            width=14,
            priority=1,
        ),
    ),
    filters=(Filter("kind", N_("Slag"), choices(SUPPLIER_KIND)),),
    empty=EmptyText(
        N_("Här samlas alla leverantörer"),
        N_(
            "En leverantör har kontrakt med er eller tar emot personer. Kontaktpersoner, handledare och arbetsplatser hör hit."
        ),
        N_("Läser du in er kontraktslista kommer leverantörerna med."),
    ),
)

FORM = FormSpec(
    name="supplier",
    title=N_("Leverantör"),
    sections=(
        Section(
            "",
            (
                Field("name", N_("Namn"), required=True),
                Field("org_number", N_("Organisationsnummer"), FieldKind.ORG_NUMBER, half=True),
                Field("country", N_("Land"), half=True, limit=2, help=N_("Två bokstäver, SE för Sverige")),
                Field("kind", N_("Slag"), FieldKind.CHOICE, required=True, choices=choices(SUPPLIER_KIND), half=True),
                Field("size_class", N_("Storlek"), FieldKind.CHOICE, choices=choices(SIZE_CLASS), half=True),
                Field("branch", N_("Bransch"), half=True),
                Field("web", N_("Webbplats"), half=True),
            ),
        ),
        Section(
            N_("Kontaktuppgifter"),
            (
                Field("phone", N_("Telefon"), FieldKind.PHONE, half=True),
                Field("email", N_("E-post"), FieldKind.EMAIL, half=True),
                Field("address", N_("Adress"), FieldKind.LONG_TEXT),
            ),
        ),
    ),
)

CONTACT_FORM = FormSpec(
    name="contact",
    title=N_("Kontaktperson"),
    sections=(
        Section(
            "",
            (
                Field("name", N_("Namn"), required=True),
                Field("role", N_("Roll"), FieldKind.CHOICE, required=True, choices=choices(CONTACT_ROLE), half=True),
                Field("active", N_("Aktuell"), FieldKind.FLAG, half=True),
                Field("phone", N_("Telefon"), FieldKind.PHONE, half=True),
                Field("email", N_("E-post"), FieldKind.EMAIL, half=True),
                Field("protected", N_("Skyddade personuppgifter"), FieldKind.FLAG),
                Field(
                    "alias",
                    N_("Namn som visas i stället"),
                    help=N_("Ett vanligt namn eller en kod, så att det inte syns att personen är skyddad"),
                    shown_when=("protected", frozenset({"true"})),
                ),
            ),
        ),
    ),
)

WORKPLACE_FORM = FormSpec(
    name="workplace",
    title=N_("Arbetsplats"),
    sections=(
        Section("", (Field("name", N_("Namn"), required=True), Field("address", N_("Adress"), FieldKind.LONG_TEXT))),
    ),
)
