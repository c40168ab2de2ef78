"""Warnings about a placement in words; none of them stops a save."""

from collections.abc import Mapping

from socialupph.domain.placements import PlacementWarning, WarningCode
from socialupph.i18n import N_, translate

TEXTS: Mapping[WarningCode, str] = {
    WarningCode.OVERLAP: N_("Personen har redan {code} samma tid, {start} – {end}."),
    WarningCode.LONGER_THAN_FORM: N_("Längre än formen tillåter. Sista möjliga dag är {last_day}."),
    WarningCode.FORM_ENDED: N_("Formen upphörde {day}."),
    WarningCode.FORM_NOT_YET: N_("Formen gäller först från {day}."),
    WarningCode.PUBLIC_HOST_ONLY: N_("Den här formen är bara för offentliga arbetsgivare."),
    WarningCode.SUPERVISOR_WITHOUT_COURSE: N_("Handledaren har inte gått handledarutbildningen."),
}


def warning_text(warning: PlacementWarning) -> str:
    """The warning with its facts filled in."""
    return translate(TEXTS[warning.code]).format(**warning.facts)
