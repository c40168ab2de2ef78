"""What a notice keeps back (FieldsPrivacy: BT-195 the field, BT-196 and BT-197 why, BT-198 until when), by names of ours."""

import datetime as dt
from collections.abc import Iterable, Mapping

from socialupph.domain.commands.notices import Withheld
from socialupph.exchange.notices.values import Findings, day
from socialupph.exchange.notices.xml import Node

_CODES: Mapping[str, Withheld] = {
    "win-ten-val": Withheld.VALUE,  # BT-720
    "not-val": Withheld.NOTICE_VALUE,  # BT-161
    "win-cho": Withheld.WINNER,  # BT-142
    "no-awa-rea": Withheld.WINNER,  # BT-144
    "max-val": Withheld.FRAMEWORK_VALUE,  # BT-709
    "ree-val": Withheld.FRAMEWORK_VALUE,  # BT-660
    "not-max-val": Withheld.FRAMEWORK_VALUE,  # BT-118
    "not-app-val": Withheld.FRAMEWORK_VALUE,  # BT-1118
    "not-ree-val": Withheld.FRAMEWORK_VALUE,  # BT-1561
    "ten-ran": Withheld.TENDER_RANK,  # BT-171
    "win-ten-var": Withheld.TENDER_VARIANT,  # BT-193
    "cou-ori": Withheld.COUNTRY_OF_ORIGIN,  # BT-191
    "ten-val-hig": Withheld.RECEIVED_TENDERS,  # BT-711
    "ten-val-low": Withheld.RECEIVED_TENDERS,  # BT-710
    "rev-req": Withheld.REVIEWS,
    "val-con-des": Withheld.CONCESSION_VALUE,  # BT-163
    "cro-bor-law": Withheld.PROCEDURE,  # BT-09
}
_FAMILIES: tuple[tuple[str, Withheld], ...] = (
    ("gro-", Withheld.FRAMEWORK_VALUE),  # BT-156, BT-556
    ("con-rev-", Withheld.CONCESSION_VALUE),  # BT-160, BT-162
    ("sub-", Withheld.SUBCONTRACTING),  # BT-553, BT-554, BT-555, BT-730, BT-731, BT-773
    ("rec-sub-", Withheld.RECEIVED_TENDERS),  # BT-759, BT-760
    ("awa-cri-", Withheld.AWARD_CRITERIA),  # BT-539, BT-540, BT-541, BT-543, BT-733, BT-734
    ("buy-rev-", Withheld.REVIEWS),  # BT-635, BT-636
    ("pro-", Withheld.PROCEDURE),  # BT-88, BT-105, BT-106, BT-1351
    ("dir-awa-", Withheld.PROCEDURE),  # BT-135, BT-136, BT-1252
)


def kept_back(nodes: Iterable[Node]) -> tuple[Withheld, ...]:
    """What is kept back anywhere in ``nodes``, in the order of the file."""
    found: dict[Withheld, None] = {}
    for node in nodes:
        for one in node.walk():
            if one.name == "efac:FieldsPrivacy":
                found[_key(one.value("efbc:FieldIdentifierCode"))] = None
    return tuple(found)


def kept_back_until(root: Node) -> dt.date | None:
    """The last day on which something of it is to be made public (BT-198); None where none is told."""
    days = [
        day(one.value("efbc:PublicationDate"), "withheld", Findings())
        for one in root.walk()
        if one.name == "efac:FieldsPrivacy"
    ]
    return max((one for one in days if one is not None), default=None)


def _key(code: str) -> Withheld:
    if code in _CODES:
        return _CODES[code]
    return next((key for head, key in _FAMILIES if code.startswith(head)), Withheld.OTHER)
