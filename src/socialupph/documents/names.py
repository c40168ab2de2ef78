"""How organisations are written on lists."""

import re

from socialupph.documents.text import Typesetter
from socialupph.documents.theme import CELL
from socialupph.i18n import _


def short_form(name: str) -> str:
    """*Låtsas ekonomisk förening* as *Låtsas ek. för.*"""
    long_form = re.escape(_("ekonomisk förening"))
    return re.sub(rf"\b{long_form}\b", _("ek. för."), name, flags=re.IGNORECASE)


def organisation(setter: Typesetter, name: str, room: float) -> str:
    """At most two lines in a column that wide."""
    return "".join(setter.cut(short_form(name), CELL, room, 2))
