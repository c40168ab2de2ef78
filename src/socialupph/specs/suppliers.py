"""Suppliers: what lists show and forms ask."""

from collections.abc import Mapping

from socialupph.domain.kinds import ContactRole
from socialupph.domain.views.suppliers import ContactView, SupplierRow, WorkplaceView
from socialupph.i18n import N_, translate
from socialupph.specs.forms import Field, FieldKind, FormSpec, Section
from socialupph.specs.marks import Mark, Shape, Tone
from socialupph.specs.tables import Choice, Column, EmptyText, Filter, Kind, TableSpec
from socialupph.specs.words import CONTACT_ROLE, SIZE_CLASS, SUPPLIER_KIND, choices, word

TABLE = TableSpec[SupplierRow](
    name="suppliers",
    title=N_("Leverantörer"),
    sort="name",
    columns=(
        Column("name", N_("Namn"), lambda row: row.name, width=34, strong=True, stretch=True),
        Column("org_number", N_("Organisationsnummer"), lambda row: row.org_number, width=19, priority=2),
        Column("kind", N_("Slag"), lambda row: word(SUPPLIER_KIND, row.kind), width=20, priority=3),
        Column("branch", N_("Bransch"), lambda row: row.branch, width=16, priority=4, shown=False),
        Column("contracts", N_("Kontrakt"), lambda row: row.contracts, Kind.INTEGER, width=9),
        Column("placements", N_("Pågående"), lambda row: row.placements, Kind.INTEGER, width=10),
        Column(
            "untrained_supervisors",
            N_("Handledare utan utbildning"),
            lambda row: row.untrained_supervisors,
            Kind.INTEGER,
            width=24,
            priority=1,
        ),
    ),
    filters=(
        Filter("kind", N_("Slag"), choices(SUPPLIER_KIND)),
        Filter("supervisors", N_("Handledare"), (Choice("untrained", N_("någon saknar utbildning")),)),
    ),
    empty=EmptyText(
        N_("Här samlas alla leverantörer"),
        N_(
            "En leverantör har kontrakt med er eller tar emot personer. Kontaktpersoner, handledare och arbetsplatser hör hit."
        ),
        N_("Läser du in er kontraktslista kommer leverantörerna med."),
    ),
)

TRAINED = Mark(N_("Kurs klar"), Shape.CHECK, Tone.NEUTRAL)
UNTRAINED = Mark(N_("Saknar kurs"), Shape.TRIANGLE, Tone.WARN)


def training_mark(contact: ContactView) -> Mark | None:
    """Whether a supervisor has had the course; nothing for other contacts."""
    if contact.role is not ContactRole.SUPERVISOR:
        return None
    return TRAINED if contact.trained else UNTRAINED


def _training(contact: ContactView) -> str:
    mark = training_mark(contact)
    return translate(mark.word) if mark else ""


CONTACTS = TableSpec[ContactView](
    name="contacts",
    title=N_("Kontaktpersoner"),
    sort="label",
    columns=(
        Column("label", N_("Namn"), lambda row: row.label, width=24, strong=True, stretch=True, sortable=False),
        Column("role", N_("Roll"), lambda row: word(CONTACT_ROLE, row.role), width=12, sortable=False),
        Column("training", N_("Utbildning"), _training, Kind.STATUS, mark=training_mark, width=14, sortable=False),
        Column("phone", N_("Telefon"), lambda row: row.phone, width=16, sortable=False),
        Column("email", N_("E-post"), lambda row: row.email, width=26, priority=1, sortable=False),
        Column("active", N_("Aktuell"), lambda row: row.active, width=9, priority=2, sortable=False),
    ),
)

WORKPLACES = TableSpec[WorkplaceView](
    name="workplaces",
    title=N_("Arbetsplatser"),
    sort="name",
    columns=(
        Column("name", N_("Namn"), lambda row: row.name, width=28, strong=True, sortable=False),
        Column("address", N_("Adress"), lambda row: row.address, width=36, stretch=True, sortable=False),
    ),
)

NEW: Mapping[str, object] = {"country": "SE", "kind": "company"}
"""What stands in the form of a new one from the start."""

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

NEW_SUPERVISOR: Mapping[str, object] = {"role": "supervisor", "active": True}

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
