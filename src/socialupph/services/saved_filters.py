"""Filters saved under a name, for every list."""

from socialupph.domain.queries import ListQuery
from socialupph.domain.views.drafts import SavedFilter
from socialupph.persistence.queries import drafts as queries
from socialupph.services.base import Context, required


class SavedFilters:
    """Saves, lists and forgets the filters of a list."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def of(self, list_name: str) -> tuple[SavedFilter, ...]:
        """The saved filters of a list, in the order they were made."""
        with self._context.database.read() as session:
            return queries.filters(session, list_name)

    def save(self, list_name: str, name: str, query: ListQuery, columns: tuple[str, ...] = ()) -> None:
        """Save a filter; one of the same name is replaced. RuleViolation ``field.missing`` for no name."""
        with self._context.database.write("filter.save") as work:
            queries.save_filter(work.session, list_name, required(name, "name"), query, columns)

    def delete(self, filter_id: int) -> None:
        """Forget a saved filter."""
        with self._context.database.write("filter.delete") as work:
            queries.delete_filter(work.session, filter_id)
