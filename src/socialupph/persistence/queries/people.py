"""Candidates inside other lists: which columns are read, what is shown of them, and by what they are sorted.

The only way from a candidate's columns to a text is ``shown`` of ``persistence/people_rows``, which asks ``domain/privacy``.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, case, func, null

from socialupph.domain.privacy import PersonFacts, PersonKind
from socialupph.persistence.people_rows import facts, shown
from socialupph.persistence.queries.lists import Expression
from socialupph.persistence.records import CandidateRecord, ContactRecord

__all__ = ["CANDIDATE", "candidate_facts", "contact_facts", "facts", "label_key", "shown", "unless_protected"]

Candidate = CandidateRecord
Contact = ContactRecord

CANDIDATE: Mapping[str, Expression] = {
    "_code": Candidate.code,
    "_alias": Candidate.alias,
    "_name": Candidate.name,
    "_protected": Candidate.protected,
}
"""What a list selects beside its own columns to show a candidate."""


def candidate_facts(record: CandidateRecord) -> PersonFacts:
    """A candidate's record as the privacy rule reads it."""
    return PersonFacts(
        code=record.code,
        alias=record.alias or "",
        name=record.name or "",
        protected=record.protected,
        phone=record.phone or "",
        email=record.email or "",
    )


def contact_facts(record: ContactRecord) -> PersonFacts:
    """A contact's record as the privacy rule reads it."""
    return PersonFacts(
        alias=record.alias or "",
        name=record.name,
        protected=record.protected,
        phone=record.phone or "",
        email=record.email or "",
        kind=PersonKind.CONTACT,
    )


def label_key() -> ColumnElement[Any]:
    """What lists are sorted by where they show a candidate: the code, or what a protected person is called."""
    return case((Candidate.protected, func.coalesce(Candidate.alias, Candidate.code)), else_=Candidate.code)


def unless_protected(column: Expression) -> ColumnElement[Any]:
    """``column``, empty where the candidate is protected: so that nobody is found or sorted by what is withheld."""
    return case((func.coalesce(Candidate.protected, False), null()), else_=column)
