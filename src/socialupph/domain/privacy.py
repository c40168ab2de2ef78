"""What may be shown of a person, decided here and nowhere else.

Working lists show a candidate by code; contacts and people signed up for a course are listed by name. A protected
person is never anything but the alias outside the opened record, has no workplace, organisation, telephone or e-mail
there, and does not occur at all in search, titles, logs, mail drafts and statistics.
"""

from dataclasses import dataclass
from enum import StrEnum

from socialupph.domain.errors import RuleViolation
from socialupph.i18n import N_, translate

ORGANISATION_ON_SITE = N_("Uppges på plats")
"""The organisation of a protected person on course papers; open for anybody to choose, so it tells nothing."""


class Privacy(StrEnum):
    """The class of a column: how freely its value may travel.

    OPEN anywhere. PERSONAL where the person may be named. SENSITIVE only in the opened record: never a list column,
    filter, sort key, search text or export. PROTECTED is what tells that somebody is protected, and why: only in the
    opened record.
    """

    OPEN = "open"
    PERSONAL = "personal"
    SENSITIVE = "sensitive"
    PROTECTED = "protected"


class Place(StrEnum):
    """Where something about a person is about to be shown. TITLE is window titles, tabs and recently opened."""

    LIST = "list"
    SEARCH = "search"
    EXPORT = "export"
    PAPER = "paper"
    TITLE = "title"
    LOG = "log"
    CALENDAR = "calendar"
    MAIL = "mail"
    STATISTICS = "statistics"
    OPENED_RECORD = "opened_record"


class PersonKind(StrEnum):
    """What the person is to us, which decides whether code or name is the normal word for them."""

    CANDIDATE = "candidate"
    CONTACT = "contact"
    SIGN_UP = "sign_up"


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """What is known of a person.

    ``alias`` is what a protected person is called; an ordinary code or a neutral name.
    """

    code: str = ""
    alias: str = ""
    name: str = ""
    protected: bool = False
    organisation: str = ""
    phone: str = ""
    email: str = ""
    kind: PersonKind = PersonKind.CANDIDATE


@dataclass(frozen=True, slots=True)
class ShownPerson:
    """What may be shown.

    ``label`` is what stands in the person's column; ``name`` is None where it must not be known.
    ``may_link_workplace`` says whether host workplace, its address, the supervisor, and the contract somebody comes
    from, may stand beside the person. ``may_occur`` is False where not even the label may stand.
    """

    label: str
    name: str | None = None
    organisation: str = ""
    phone: str = ""
    email: str = ""
    may_link_workplace: bool = False
    may_occur: bool = True


NOBODY = "–"
_NAMELESS = frozenset({Place.LOG, Place.STATISTICS})
"""Never a name here, whoever it is."""

_BY_CHOICE = frozenset({Place.LIST, Place.SEARCH, Place.EXPORT, Place.PAPER})
"""Where a candidate's name may stand when the user has chosen so."""

_NOT_PROTECTED = frozenset({Place.SEARCH, Place.TITLE, Place.LOG, Place.MAIL, Place.STATISTICS})
"""Where a protected person does not occur."""

_ORGANISATION_EXPECTED = frozenset({Place.LIST, Place.EXPORT, Place.PAPER})


def shown_person(person: PersonFacts, *, place: Place, show_names: bool) -> ShownPerson:
    """What may be shown of ``person`` at ``place``.

    ``show_names`` is the user's choice (*Visa namn*, or chosen for one print).

    The choice changes nothing for a protected person, nor for a candidate in titles, logs, calendars, mail and
    statistics.
    """
    if place is Place.OPENED_RECORD:
        return _everything(person)
    if person.protected:
        return _protected(person, place)
    if person.kind is PersonKind.CANDIDATE:
        return _candidate(person, named=show_names and place in _BY_CHOICE, linked=place not in _NAMELESS)
    if place in _NAMELESS:
        return ShownPerson(person.code or person.alias or NOBODY)
    return ShownPerson(
        person.name or person.code or NOBODY,
        person.name or None,
        person.organisation,
        "" if place is Place.TITLE else person.phone,
        "" if place is Place.TITLE else person.email,
        may_link_workplace=True,
    )


def _everything(person: PersonFacts) -> ShownPerson:
    label = _with_code(person) if person.kind is PersonKind.CANDIDATE else person.name or person.alias or person.code
    return ShownPerson(
        label or NOBODY,
        person.name or None,
        person.organisation,
        person.phone,
        person.email,
        may_link_workplace=True,
    )


def _protected(person: PersonFacts, place: Place) -> ShownPerson:
    on_site = person.kind is PersonKind.SIGN_UP and place in _ORGANISATION_EXPECTED
    return ShownPerson(
        person.alias or person.code or NOBODY,
        organisation=translate(ORGANISATION_ON_SITE) if on_site else "",
        may_occur=place not in _NOT_PROTECTED,
    )


def _candidate(person: PersonFacts, *, named: bool, linked: bool) -> ShownPerson:
    if not named or not person.name:
        return ShownPerson(
            person.code or NOBODY, organisation=person.organisation if linked else "", may_link_workplace=linked
        )
    return ShownPerson(
        _with_code(person), person.name, person.organisation, person.phone, person.email, may_link_workplace=linked
    )


def _with_code(person: PersonFacts) -> str:
    """*KA-0042 Ingrid Exempel*."""
    return " ".join(part for part in (person.code, person.name) if part)


def may_leave_record(privacy: Privacy) -> bool:
    """Whether a column of this class may be a list column, filter, sort key, search text or export at all."""
    return privacy in (Privacy.OPEN, Privacy.PERSONAL)


def check_alias(person: PersonFacts) -> None:
    """A protected person must have something to be called: ``RuleViolation("person.alias_missing", "alias")`` else.

    The alias must not contain any part of the name: ``person.alias_tells`` else.
    """
    if not person.protected:
        return
    if not person.alias.strip() and not person.code.strip():
        raise RuleViolation("person.alias_missing", "alias")
    alias_words = set(person.alias.casefold().split())
    if alias_words & {word for word in person.name.casefold().split() if len(word) > 1}:
        raise RuleViolation("person.alias_tells", "alias")
