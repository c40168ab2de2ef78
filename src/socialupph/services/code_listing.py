"""All codes that are proposed, as a list like any other: searched, filtered, sorted, shown and exported."""

from collections.abc import Sequence

from socialupph.domain.kinds import CodeList
from socialupph.domain.queries import ListQuery
from socialupph.domain.views.code_lists import CodeListRow
from socialupph.i18n.collation import sort_key
from socialupph.services.base import Context, ListService
from socialupph.services.code_lists import CodeLists

_SORTS = frozenset({"code", "label", "label_en", "which"})


class CodeListing(ListService[CodeListRow]):
    """Both lists after one another. An id is the place in it, and stands as long as no list is taken in."""

    def __init__(self, context: Context, lists: CodeLists) -> None:
        super().__init__(context)
        self._lists = lists

    def ids(self, query: ListQuery) -> list[int]:
        """Places of the codes asked for, in order; KeyError for an unknown order or filter."""
        unknown = [name for name in (query.sort, *(name for name, _chosen in query.filters)) if name not in _SORTS]
        if unknown:
            raise KeyError(unknown[0])
        wanted = {value for name, chosen in query.filters if name == "which" for value in chosen}
        rows = self._all()
        if wanted:
            rows = [row for row in rows if row.which.value in wanted]
        if query.search.strip():
            found = {
                (which, item.code) for which in CodeList for item in self._lists.find(which, query.search, len(rows))
            }
            rows = [row for row in rows if (row.which, row.code) in found]
        rows.sort(key=lambda row: (sort_key(str(getattr(row, query.sort))), row.code), reverse=query.descending)
        return [row.id for row in rows]

    def rows(self, wanted: Sequence[int], *, show_names: bool = False) -> list[CodeListRow]:
        """Row views in the order of ``wanted``."""
        del show_names  # nobody's name is in it
        rows = self._all()
        return [rows[number - 1] for number in wanted]

    def total(self) -> int:
        """How many codes are proposed."""
        return len(self._all())

    def _all(self) -> list[CodeListRow]:
        items = [(which, item) for which in CodeList for item in self._lists.items(which)]
        return [
            CodeListRow(number, which, item.code, item.label, item.label_en, item.groups)
            for number, (which, item) in enumerate(items, start=1)
        ]
