"""What is asked when a register is made."""

from socialupph.i18n import N_
from socialupph.specs.forms import Field, FormSpec, Section

NEW_REGISTER = FormSpec(
    name="new_register",
    title=N_("Nytt övningsregister"),
    sections=(
        Section(
            "",
            (
                Field("municipality", N_("Kommunens namn"), required=True, help=N_("Står på alla utskrifter")),
                Field("unit", N_("Enhet"), help=N_("Till exempel Arbetsmarknadsenheten")),
            ),
        ),
    ),
)
