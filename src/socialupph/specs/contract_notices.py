"""What is said over a contract that is a draft or only meant to be awarded, and what its published notice says of it."""

from socialupph.domain.commands.notices import notice_of, version_of
from socialupph.domain.views.contracts import ContractView
from socialupph.i18n import N_, _
from socialupph.specs.contracts import missing_text
from socialupph.specs.marks import Mark, Shape, Tone
from socialupph.specs.notices import withheld_text
from socialupph.specs.words import word
from socialupph.specs.words_contracts import CONTRACT_STATUS_MARK, SOCIAL_OBJECTIVE

INTENDED = Mark(N_("Avsikt att tilldela"), Shape.HALF, Tone.NEUTRAL)


def draft_text(contract: ContractView) -> str:
    """What is said over a draft; empty for a whole contract."""
    lacks = tuple(one for one in contract.missing if one != "award")
    told = _("Uppgifter saknas: {what}. Fyll i dem så följs frister och krav upp.").format(what=missing_text(lacks))
    if not contract.intended:
        return told if lacks else ""
    only = _("Avsikt att tilldela, ännu inget avtal. Kontraktet räknas inte förrän det är tilldelat.")
    return _("{first} {more}").format(first=only, more=told) if lacks else only


def status_mark(contract: ContractView) -> Mark:
    """The status; of a contract that is only meant to be awarded that it is so."""
    return INTENDED if contract.intended else CONTRACT_STATUS_MARK[contract.status]


def procurement_facts(contract: ContractView) -> list[tuple[str, str, str]]:
    """What the published notice and the procurement say of the contract: label, value and what stands under it."""
    found: list[tuple[str, str, str]] = []
    if contract.intended:
        found.append((_("Avsikt att tilldela"), _("Ja, ännu inget avtal"), ""))
    if contract.notice_id:
        version = version_of(contract.notice_id)
        under = _("Version {version}").format(version=version) if version else ""
        found.append((_("Annons"), notice_of(contract.notice_id), under))
    if contract.procedure_id:
        found.append((_("Upphandlingens id"), contract.procedure_id, ""))
    if contract.lot:
        found.append((_("Del"), contract.lot, ""))
    if contract.social_objectives:
        words = "\n".join(word(SOCIAL_OBJECTIVE, one) for one in contract.social_objectives)
        found.append((_("Sociala mål"), words, ""))
    if contract.reserved_execution is not None:
        found.append((_("Reserverat utförande"), _("Ja") if contract.reserved_execution else _("Nej"), ""))
    if contract.withheld:
        found.append((_("Undanhållet i annonsen"), withheld_text(contract.withheld), ""))
    return found
