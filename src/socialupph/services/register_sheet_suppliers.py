"""Which supplier, contact or workplace a row means."""

from collections.abc import Iterable, Mapping
from typing import Any

from socialupph.domain.alike import company_words, person_words
from socialupph.domain.changes import Entity
from socialupph.domain.commands.register_sheets import ContactCells
from socialupph.domain.errors import RuleViolation
from socialupph.domain.kinds import ContactRole, SupplierKind
from socialupph.domain.values import OrgNumber, email_key, name_key, normalise_email
from socialupph.domain.views.imports import RowError
from socialupph.domain.views.register_sheets import Doubt
from socialupph.persistence.queries.register_sheets import Row
from socialupph.services.import_parties import SupplierIndex, SupplierRef
from socialupph.services.register_sheet_entries import Entry, Loosely, Turn, later, line
from socialupph.services.register_sheet_indexes import Alike, Index
from socialupph.services.register_sheet_questions import Asking, Questions, Reply, choice_of

_ORG_PROBLEMS: Mapping[str, str] = {"org_number.checksum": "org_check_digit"}


class Suppliers(Index):
    """Suppliers by number and name. ``refs`` is the index that contract lists use, so that both make and find the same ones."""

    def __init__(self, rows: Iterable[Row], refs: SupplierIndex, questions: Questions) -> None:
        super().__init__(Entity.SUPPLIER, rows)
        self.refs, self._questions = refs, questions
        self._of_ref: dict[int, Entry] = {}
        self._names = Alike(company_words)
        for number, ref in refs.by_id.items():
            self._of_ref[id(ref)] = self.by_id[number]
        for entry in self.by_id.values():
            live = self.live(entry.id)
            if live is not None:
                self._names.add(entry.stored["name"], live)

    def of(self, ref: SupplierRef) -> Entry:
        """The entry of a supplier that a contract row found or made."""
        if id(ref) not in self._of_ref:
            entry = self.new(name_key(ref.name) + ref.org_number)
            entry.said.update(_columns(ref))
            self._adopt(entry, ref)
        return self._of_ref[id(ref)]

    def ref_of(self, entry: Entry) -> SupplierRef:
        """The other way round."""
        if entry.id in self.refs.by_id:
            return self.refs.by_id[entry.id]
        return next(ref for ref in self.refs.made if self._of_ref.get(id(ref)) is entry)

    def _adopt(self, entry: Entry, ref: SupplierRef) -> None:
        self._of_ref[id(ref)] = entry
        self.add(entry)
        self._names.add(ref.name, entry)

    def number(self, turn: Turn, text: str, country: str, field: str) -> str:
        """The organisation number as it is kept; an error of the row when it cannot be right."""
        if not text.strip():
            return ""
        try:
            return OrgNumber.parse(text, country).text
        except RuleViolation as problem:
            turn.errors.append(RowError(f"import.{_ORG_PROBLEMS.get(problem.code, 'org_shape')}", field))
            return ""

    def find(
        self,
        turn: Turn,
        name: str,
        org_number: str = "",
        country: str = "SE",
        *,
        field: str,
        may_be_empty: bool = False,
        makes: bool = True,
        unknown_is_new: bool = False,
    ) -> Entry | None:
        """The supplier a row means, asked for where it is not certain; None when the row must do without, or cannot stand.

        Certain is the number, else the name however it is written. A firm whose name looks alike and whose number says nothing
        else may be the same: that is asked. ``unknown_is_new`` makes what nothing looks like without asking.
        """
        name = line(name)
        number = self.number(turn, org_number, country, field)
        if org_number.strip() and not number:
            return None
        certain = self._certain(name, number, country)
        if len(certain) == 1:
            return certain[0]
        alike = certain or self._alike(name, number)
        if not alike and unknown_is_new:
            return self.make(turn, name, number, country)
        doubt = Doubt.SEVERAL if certain else Doubt.MAYBE if alike else Doubt.NOTHING
        asking = Asking(
            self.entity,
            doubt,
            name or org_number,
            (name_key(name), number),
            tuple(choice_of(entry, self._told(entry)) for entry in alike),
            may_be_new=makes and not certain and bool(name),
            may_be_empty=may_be_empty,
            refers=not unknown_is_new,
        )
        answer = self._questions.ask(turn, asking, self.by_token, field)
        if answer is Reply.MAKE:
            entry = self.make(turn, name, number, country)
            turn.then(later(self._questions.made, asking, entry))
            return entry
        return answer if isinstance(answer, Entry) else None

    def instead(self, turn: Turn, name: str, number: str, field: str) -> Entry | None:
        """The supplier that a name which nobody has yet was said to mean; None where it is to be a new one, or is asked."""
        alike = self._alike(line(name), number)
        if not alike:
            return None
        asking = Asking(
            self.entity,
            Doubt.MAYBE,
            line(name),
            (name_key(name), number),
            tuple(choice_of(entry, self._told(entry)) for entry in alike),
            may_be_new=True,
        )
        answer = self._questions.ask(turn, asking, self.by_token, field)
        return answer if isinstance(answer, Entry) else None

    def known(self, turn: Turn, name: str, org_number: str, field: str) -> Entry | None:
        """The supplier where there is one; one that looks like it is asked, and the row can stand without."""
        name, number = line(name), self.number(turn, org_number, "SE", field)
        certain = self._certain(name, number, "SE") if name or number else []
        if len(certain) == 1:
            return certain[0]
        alike = certain or self._alike(name, number)
        if not alike:
            return None
        asking = Asking(
            self.entity,
            Doubt.SEVERAL if certain else Doubt.MAYBE,
            name or org_number,
            ("comes from", name_key(name), number),
            tuple(choice_of(entry, self._told(entry)) for entry in alike),
            may_be_empty=True,
        )
        answer = self._questions.ask(turn, asking, self.by_token, field)
        return answer if isinstance(answer, Entry) else None

    def _certain(self, name: str, number: str, country: str) -> list[Entry]:
        ref = self.refs.find(name, number, country)
        if ref is None:
            return []
        if number:
            return [self.of(ref)]
        return [self.of(one) for one in dict.fromkeys(self.refs.named(name))]

    def _alike(self, name: str, number: str) -> list[Entry]:
        near = self._names.near(name) if name else []
        return [entry for entry in near if not (number and entry.get("org_number"))]

    def _told(self, entry: Entry) -> str:
        """What tells a supplier from one of the same name: its number, unless that is a person's."""
        return "" if entry.get("kind") is SupplierKind.SOLE_TRADER else entry.get("org_number") or ""

    def make(self, turn: Turn, name: str, number: str = "", country: str = "SE") -> Entry:
        """A new supplier, found by later rows once this row stands."""
        entry = self.new(name_key(name) + number)
        entry.said.update(_columns(SupplierRef(0, name, number, country)))

        def adopt() -> None:
            self._adopt(entry, self.refs.make(name, number, country))

        turn.make(entry, adopt)
        return entry

    def say_number(self, turn: Turn, entry: Entry, number: str, country: str) -> None:
        """The row gives the supplier its number; a person's makes it a sole trader. Another number is never taken over."""
        if not number or entry.get("org_number"):
            return
        turn.say(entry, "org_number", "org_number", number)
        if country != (entry.get("country") or "SE"):
            turn.say(entry, "country", "country", country)
        if OrgNumber.parse(number, country).is_personal:
            turn.say(entry, "kind", "kind", SupplierKind.SOLE_TRADER)

        def numbered() -> None:
            if entry.get("org_number") == number:
                self.refs.give_number(self.ref_of(entry), number, country)

        turn.then(numbered)


def _columns(ref: SupplierRef) -> dict[str, Any]:
    return {"name": ref.name, "org_number": ref.org_number or None, "country": ref.country, "kind": ref.kind}


class Workplaces(Index):
    """Workplaces by their supplier and name; one there is none of is made."""

    def __init__(self, rows: Iterable[Row], suppliers: Suppliers) -> None:
        super().__init__(Entity.WORKPLACE, rows)
        self._by_name: dict[tuple[Entry, str], Entry] = {}
        for entry in self.by_id.values():
            supplier = suppliers.live(entry.stored["supplier_id"])
            if supplier is not None:
                self._by_name.setdefault((supplier, name_key(entry.stored["name"])), entry)

    def at(self, turn: Turn, supplier: Entry, name: str) -> Entry | None:
        """The workplace of that name at the supplier, made when there is none; None for no name."""
        name = line(name)
        if not name:
            return None
        key = (supplier, name_key(name))
        if key in self._by_name:
            return self._by_name[key]
        entry = self.new(f"{supplier.token} {key[1]}")
        entry.said.update({"supplier_id": supplier, "name": name})

        def adopt() -> None:
            if key not in self._by_name:
                self._by_name[key] = entry
                self.add(entry)

        turn.make(entry, adopt, counts=False)
        return entry


class Contacts(Index):
    """People at suppliers. One with the same e-mail or a name that looks alike may be the same: that is asked.

    A name never silently finds a protected contact either: it is asked, and the question tells only the name chosen for it.
    """

    def __init__(self, rows: Iterable[Row], suppliers: Suppliers, questions: Questions) -> None:
        super().__init__(Entity.CONTACT, rows)
        self._suppliers, self._questions = suppliers, questions
        self._at: dict[Entry, Alike] = {}
        self._by_email: dict[str, list[Entry]] = {}
        self._everybody: dict[Entry, list[Entry]] = {}
        for entry in self.by_id.values():
            live = self.live(entry.id)
            supplier = suppliers.live(live.stored["supplier_id"]) if live is not None else None
            if live is not None and supplier is not None:
                self._add(entry.stored["name"], entry.stored["email"] or "", supplier, live)

    def _add(self, name: str, email: str, supplier: Entry, entry: Entry) -> None:
        self._at.setdefault(supplier, Alike(person_words)).add(name, entry)
        if email:
            self._by_email.setdefault(email_key(email), []).append(entry)
        if entry not in self._everybody.setdefault(supplier, []):
            self._everybody[supplier].append(entry)

    def at(self, supplier: Entry) -> list[Entry]:
        """Everybody who is known at a supplier."""
        return self._everybody.get(supplier, [])

    def by_email(self, email: str) -> list[Entry]:
        """Everybody with that address, at whatever supplier."""
        return list(dict.fromkeys(self._by_email.get(email_key(email), ()))) if email else []

    def find(
        self,
        turn: Turn,
        supplier: Entry,
        cells: ContactCells,
        *,
        field: str,
        role: ContactRole,
        makes: bool = True,
        counts: bool = True,
    ) -> Entry | None:
        """The contact at this supplier, asked for where it is not certain and, with ``makes``, made where there is none.

        ``counts`` where a row is called new for its sake.
        """
        name, email = line(cells.name), line(cells.email)
        here = self._at.get(supplier)
        same = list(dict.fromkeys(here.same(name))) if here is not None else []
        certain = [entry for entry in same if not entry.is_protected]
        if len(certain) == 1 and len(same) == 1:
            return certain[0]
        alike = dict.fromkeys(same)
        if not same:
            alike.update(dict.fromkeys(here.near(name) if here is not None else ()))
            alike.update({one: None for one in self.by_email(email) if one in self.at(supplier)})
        if not alike:
            return self.make(turn, supplier, cells, role, counts=counts) if makes else None
        asking = Asking(
            self.entity,
            Doubt.SEVERAL if len(certain) > 1 else Doubt.MAYBE,
            name,
            (name_key(name), name_key(supplier.get("name") or "")),
            tuple(choice_of(entry, supplier.get("name") or "") for entry in alike),
            may_be_new=makes,
            may_be_empty=True,
        )
        answer = self._questions.ask(turn, asking, self.by_token, field)
        if answer is Reply.MAKE:
            entry = self.make(turn, supplier, cells, role, counts=counts)
            turn.then(later(self._questions.made, asking, entry))
            return entry
        return answer if isinstance(answer, Entry) else None

    def make(
        self, turn: Turn, supplier: Entry, cells: ContactCells, role: ContactRole, *, counts: bool = True
    ) -> Entry:
        """A new contact, found by later rows once this row stands."""
        name, email = line(cells.name), contact_email(cells.email)
        entry = self.new(f"{supplier.token} {name_key(name)} {email_key(email)}")
        entry.said.update(
            {
                "supplier_id": supplier,
                "name": name,
                "role": cells.role or role,
                "phone": line(cells.phone) or None,
                "email": email or None,
            }
        )

        def adopt() -> None:
            self.add(entry)
            self._add(name, email, supplier, entry)

        turn.make(entry, adopt, counts=counts)
        return entry

    def fill(self, turn: Turn, entry: Entry, cells: ContactCells) -> None:
        """Telephone and e-mail where the register has none; what it has is left as it is."""
        for field, text in (("phone", line(cells.phone)), ("email", contact_email(cells.email))):
            if text and not entry.get(field):
                turn.say(entry, f"contact_{field}", field, text)

    def say(self, turn: Turn, entry: Entry, cells: ContactCells) -> None:
        """What a list of contacts says of somebody."""
        turn.say(entry, "contact_role", "role", cells.role)
        turn.say(entry, "contact_phone", "phone", line(cells.phone), same=Loosely.PHONE)
        turn.say(entry, "contact_email", "email", contact_email(cells.email), same=Loosely.NAME)


def contact_email(text: str) -> str:
    """The bare address; what is no address stays as it was written, as a form keeps it."""
    try:
        return normalise_email(text)
    except RuleViolation:
        return line(text)
