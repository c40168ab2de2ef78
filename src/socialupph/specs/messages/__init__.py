"""The Swedish text of every code a rule, file or register problem carries: what happened, what was kept, what to do."""

from collections.abc import Mapping

from socialupph.domain.errors import SocialUpphError
from socialupph.i18n import translate
from socialupph.specs.messages import contracts, files, general, house, notices, placements, register, training, values

TEXTS: Mapping[str, str] = {
    **general.TEXTS,
    **house.TEXTS,
    **register.TEXTS,
    **values.TEXTS,
    **files.TEXTS,
    **notices.TEXTS,
    **contracts.TEXTS,
    **placements.TEXTS,
    **training.TEXTS,
}


def message(error: SocialUpphError) -> str:
    """The text of an error with its facts filled in. KeyError for a code without a text: a test sees to it that none is."""
    return translate(TEXTS[error.code]).format(**error.facts)
