"""How a list is asked for: the same question from window, command line, export and print."""

from dataclasses import dataclass

FilterChoice = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ListQuery:
    """Which records of a list, in which order.

    ``sort`` and the filter keys are names the list declares; an unknown one is a KeyError. Several choices of one filter are
    *or*, several filters are *and*. ``search`` finds records where every word occurs in the record or in those it belongs to.
    ``show_names`` asks for names beside the codes where the privacy rule allows them.
    """

    sort: str = ""
    descending: bool = False
    search: str = ""
    filters: tuple[FilterChoice, ...] = ()
    show_names: bool = False
