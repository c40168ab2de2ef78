"""The look-ups and lists of codes of forms, over the services."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from socialupph.domain.kinds import CodeList
from socialupph.ui.kit.search_line import LookupHit

if TYPE_CHECKING:
    from socialupph.domain.views.code_lists import CodeItem
    from socialupph.services.code_lists import CodeLists
    from socialupph.services.registry import Services


class ServiceLookups:
    """The kit's ``LookupProvider``. A kind may be narrowed after a colon: ``workplace:supplier_id=7``."""

    def __init__(self, services: "Services") -> None:
        self._services = services

    def find(self, kind: str, text: str, limit: int) -> Sequence[LookupHit]:
        """Records that answer to ``text``, best first."""
        name, within = narrowed(kind)
        found = self._services.lookups.find(name, text, limit, within)
        return [LookupHit(item.id, item.text, item.detail) for item in found]

    def label(self, kind: str, record_id: int) -> str:
        """How the record is named in the field."""
        return self._services.lookups.label(narrowed(kind)[0], record_id)


class ServiceCodes:
    """The kit's ``CodeProvider``. A CPV field stores the code, one for occupations the name."""

    def __init__(self, services: "Services") -> None:
        self._services = services

    @property
    def _lists(self) -> "CodeLists":
        return self._services.code_lists

    def find(self, which: str, text: str, limit: int) -> Sequence[LookupHit]:
        """Codes that answer to ``text``, best first."""
        wanted = CodeList(which)
        return [_hit(wanted, item) for item in self._lists.find(wanted, text, limit)]

    def shown(self, which: str, value: str) -> str:
        """A CPV code with its name; an occupation as it is."""
        return self._lists.shown(CodeList(which), value)

    def meant(self, which: str, text: str) -> str:
        """What is stored for a typed text."""
        return self._lists.meant(CodeList(which), text)

    def hint(self, which: str, value: str) -> str:
        """Whether the list has it, where that is worth knowing."""
        from socialupph.specs.code_lists import hint_text  # noqa: PLC0415 -- read with the first field for codes

        return hint_text(self._lists.in_use(CodeList(which)), known=self.knows(which, value))

    def knows(self, which: str, value: str) -> bool:
        """Whether the list has it."""
        return self._lists.is_known(CodeList(which), value)

    def is_whole(self, which: str) -> bool:
        """Whether the whole list has been read in."""
        return self._lists.in_use(CodeList(which)).whole


def _hit(which: CodeList, item: "CodeItem") -> LookupHit:
    if which is CodeList.CPV:
        return LookupHit(0, f"{item.code} {item.label}", item.label_en, item.code)
    return LookupHit(0, item.label, ", ".join(item.groups), item.label)


def narrowed(kind: str) -> tuple[str, dict[str, int]]:
    """The kind, and the columns it is narrowed by."""
    name, _colon, rest = kind.partition(":")
    pairs = (part.partition("=") for part in rest.split(",") if part)
    return name, {column: int(value) for column, _sign, value in pairs}
