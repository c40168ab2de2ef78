"""What the coordinator can do with buyers."""

from socialupph.domain.changes import Changes
from socialupph.domain.commands.buyers import BuyerFields
from socialupph.domain.errors import NotFound
from socialupph.domain.values import OrgNumber
from socialupph.domain.views.buyers import BuyerRow, BuyerView
from socialupph.persistence.queries import buyers as queries
from socialupph.persistence.queries.lists import ListSource
from socialupph.persistence.records import BuyerRecord
from socialupph.services.base import ListService, current, fill, required, void


class Buyers(ListService[BuyerRow]):
    """Commands and queries of buyers."""

    def _source(self) -> ListSource[BuyerRow]:
        return queries.source()

    def view(self, buyer_id: int) -> BuyerView:
        """A buyer opened; NotFound when there is none."""
        with self._context.database.read() as session:
            found = queries.view(session, buyer_id)
        if found is None:
            raise NotFound("record.gone", {"id": buyer_id})
        return found

    def register(self, command: BuyerFields) -> Changes:
        """Register a buyer. RuleViolation for a missing name or an organisation number that cannot be right."""
        with self._context.database.write("buyer.register") as work:
            record = BuyerRecord()
            _fill(record, command)
            work.session.add(record)
        return work.changes

    def edit(self, buyer_id: int, version: int, command: BuyerFields) -> Changes:
        """Change a buyer that was read as ``version``; StaleRecord when it was saved since."""
        with self._context.database.write("buyer.edit") as work:
            _fill(current(work, BuyerRecord, buyer_id, version), command)
        return work.changes

    def void(self, buyer_id: int, version: int, reason: str) -> Changes:
        """Void a buyer that should never have been registered."""
        return void(self._context, BuyerRecord, buyer_id, version, reason)


def _fill(record: BuyerRecord, command: BuyerFields) -> None:
    fill(record, command, leave={"name", "org_number"})
    record.name = required(command.name, "name")
    number = (command.org_number or "").strip()
    record.org_number = OrgNumber.parse(number, command.country).text if number else None
