"""The kinds of sheets a coordinator keeps, each with the list it is read as."""

from collections.abc import Mapping

from socialupph.domain.commands.register_sheets import SheetKind
from socialupph.specs.imports import CONTRACT_LIST, ListKind
from socialupph.specs.register_sheet_courses import COURSE_LIST
from socialupph.specs.register_sheet_parties import CANDIDATE_LIST, SUPPLIER_LIST
from socialupph.specs.register_sheet_placements import FOLLOW_UP_LIST, PLACEMENT_LIST

LIST_KINDS: Mapping[SheetKind, ListKind] = {
    SheetKind.SUPPLIERS: SUPPLIER_LIST,
    SheetKind.CONTRACTS: CONTRACT_LIST,
    SheetKind.CANDIDATES: CANDIDATE_LIST,
    SheetKind.PLACEMENTS: PLACEMENT_LIST,
    SheetKind.FOLLOW_UPS: FOLLOW_UP_LIST,
    SheetKind.COURSES: COURSE_LIST,
}
