"""A sheet of suppliers with contacts: several contacts to a row, or a row for each contact."""

from socialupph.domain.commands.register_sheets import ContactCells, SupplierRow
from socialupph.domain.kinds import ContactRole, SizeClass, SupplierKind
from socialupph.domain.values import OrgNumber
from socialupph.exchange.columns import Note
from socialupph.exchange.lists import Body
from socialupph.exchange.sheet_cells import SheetCells, belonging, contact_of, role_of
from socialupph.exchange.sheet_words import read_country, read_word

_ORDER = ("contact_role", "contact_phone", "contact_email")


def read_suppliers(body: Body, notes: list[Note]) -> tuple[SupplierRow, ...]:
    """One row for each row of the sheet; the same supplier may stand on several."""
    return _SupplierReader(SheetCells(body, notes)).rows()


class _SupplierReader:
    def __init__(self, cells: SheetCells) -> None:
        self._cells = cells
        self._names = cells.columns.texts("name")
        self._numbers = cells.columns.org_numbers("org_number")
        self._loose: list[tuple[str, str]] = [("", "")] * cells.size
        self._contacts = self._read_contacts()

    def rows(self) -> tuple[SupplierRow, ...]:
        cells, columns = self._cells, self._cells.columns
        self._fill_down()
        kinds, odd_kinds = cells.words("kind", SupplierKind)
        sizes, odd_sizes = cells.words("size_class", SizeClass)
        cells.tell_unread("kind", odd_kinds)
        cells.tell_unread("size_class", odd_sizes)
        countries = self._countries()
        branches, addresses = columns.texts("branch"), self._addresses()
        phones, emails, webs = cells.phones("phone"), cells.emails("email"), columns.texts("web")
        workplaces, places = columns.texts("workplace"), columns.texts("workplace_address")
        rows: list[SupplierRow] = []
        for index, number in enumerate(cells.numbers):
            org = self._numbers[index]
            rows.append(
                SupplierRow(
                    number, self._names[index], org.text if org else "", countries[index] or (org.country if org else "SE"),
                    kinds[index], sizes[index], branches[index], addresses[index], phones[index] or self._loose[index][0],
                    emails[index] or self._loose[index][1], webs[index],
                    self._contacts[index], workplaces[index], places[index], cells.errors(index),
                )
            )  # fmt: skip
        return tuple(rows)

    def _fill_down(self) -> None:
        """A row that names a contact but no supplier belongs to the supplier above it."""
        above: tuple[str, OrgNumber | None] = ("", None)
        filled = False
        for index, name in enumerate(self._names):
            if name:
                above = (name, self._numbers[index])
            elif above[0] and self._contacts[index] and self._numbers[index] in (None, above[1]):
                self._names[index], self._numbers[index] = above
                filled = True
            else:
                self._cells.fail(index, "import.no_name", "name")
        if filled:
            self._cells.notes.append(("note.filled_down", {"column": self._cells.heading("name")}))

    def _countries(self) -> list[str]:
        texts = self._cells.columns.texts("country")
        known = {text: read_country(text) if text else "" for text in set(texts)}
        for index, text in enumerate(texts):
            if known[text] is None:
                self._cells.fail(index, "import.country", "country", {"value": text})
        return [known[text] or "" for text in texts]

    def _addresses(self) -> list[str]:
        """Street, postcode and town as one line."""
        columns = self._cells.columns
        return [
            ", ".join(part for part in (street, " ".join(part for part in (code, town) if part)) if part)
            for street, code, town in zip(
                columns.texts("address"), columns.texts("postcode"), columns.texts("city"), strict=True
            )
        ]

    def _read_contacts(self) -> list[tuple[ContactCells, ...]]:
        """The contacts of each row: every column of names with the role, number and address beside it."""
        cells, columns = self._cells, self._cells.columns
        heads: dict[int, list[str]] = {at: columns.texts_at(at, "contact") for at in columns.positions("contact")}
        pair = (*columns.positions("contact_first"), *columns.positions("contact_last"))
        if pair:
            heads[max(pair)] = [one.name for one in cells.names("contact_first", "contact_first", "contact_last")]
            if cells.has("contact_first") and cells.has("contact_last"):
                firsts, lasts = columns.texts("contact_first"), columns.texts("contact_last")
                heads[max(pair)] = [" ".join(part for part in both if part) for both in zip(firsts, lasts, strict=True)]
        places = sorted(heads)
        details = {key: belonging(places, columns.positions(key)) for key in _ORDER}
        told: list[list[ContactCells]] = [[] for _index in range(cells.size)]
        for place in places:
            roles, phones, emails = (self._details(key, place, details[key]) for key in _ORDER)
            own = role_of(columns.heading(place))
            for index, name in enumerate(heads[place]):
                role = read_word("contact_role", roles[index]) if roles[index] else own
                contact = contact_of(name, role if isinstance(role, ContactRole) else own, phones[index], emails[index])
                if contact is not None:
                    told[index].append(contact)
                elif phones[index] or emails[index]:
                    self._loose[index] = (phones[index], emails[index])
        return [tuple(contacts) for contacts in told]

    def _details(self, key: str, head: int, owners: dict[int, int]) -> list[str]:
        found = [detail for detail, owner in owners.items() if owner == head]
        if not found:
            return [""] * self._cells.size
        if key == "contact_email":
            return self._cells.columns_of_emails(key, found[:1])[0]
        if key == "contact_phone":
            return self._cells.phones_at(found[0], key)
        return self._cells.columns.texts_at(found[0], key)
