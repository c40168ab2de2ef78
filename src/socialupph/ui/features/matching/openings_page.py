"""The list of openings."""

from dataclasses import replace

from socialupph.domain.changes import Changes, Entity
from socialupph.domain.openings import OpeningStatus
from socialupph.domain.views.openings import OpeningRow, OpeningView
from socialupph.i18n import N_, _, formats
from socialupph.services.registry import Services
from socialupph.specs import opening_cards as cards
from socialupph.specs import openings as specs
from socialupph.specs.tables import Choice, Filter, TableSpec
from socialupph.specs.words_placements import OPENING_STATUS_MARK
from socialupph.ui.features.matching.forms import OpeningForm, SuggestForm
from socialupph.ui.features.matching.match_lines import MatchLines
from socialupph.ui.features.matching.match_page import MatchPage
from socialupph.ui.features.matching.opening_changes import OpeningChanges
from socialupph.ui.features.matching.view_switch import LIST, ViewSwitch
from socialupph.ui.features.matching.words import AREA, WATCHES
from socialupph.ui.kit.actions import Action
from socialupph.ui.kit.buttons import Button, Role
from socialupph.ui.kit.labels import Fact
from socialupph.ui.kit.more_menu import MoreMenu
from socialupph.ui.kit.page import Destination, ListPage, PageContext
from socialupph.ui.kit.side_panel import SidePanel

CONTRACT = Filter("contract", N_("Kontrakt"), ())
"""Its choices come from the register at every reload."""
_TAKING = (OpeningStatus.OPEN, OpeningStatus.RESERVED)


def contract_choices(services: Services) -> tuple[Choice, ...]:
    """The contracts that openings stand under, by code."""
    return tuple(Choice(str(number), code) for number, code in services.openings.contracts())


def _table() -> TableSpec[OpeningRow]:
    return replace(specs.TABLE, filters=(*specs.TABLE.filters, CONTRACT))


class OpeningsPage(ListPage[OpeningRow]):
    """All openings; the panel has what they ask for, who is on the way, and the next step."""

    def __init__(self, context: PageContext, services: Services) -> None:
        self._services = services
        new = Action("openings.new", _("Ny plats"), self._register, "add", "Ctrl+N")
        super().__init__(context, _table(), services.openings, area=AREA, watches=WATCHES, first=new)
        self.set_title(_("Platser & matchning"))
        self.header.title.setText(self.title)
        self.switch = ViewSwitch(self.header, LIST)
        suggest = self.header.add_button(Button(_("Föreslå kandidat"), Role.PRIMARY, icon="person_add"))
        suggest.clicked.connect(self._suggest)
        self._changes = OpeningChanges(context, services, self._shown)
        self.add_actions(
            (
                Action("openings.suggest", _("Föreslå kandidat"), self._suggest, "person_add"),
                Action("openings.edit", _("Redigera platsen"), self._edit, "edit", "F2"),
                Action("openings.request", _("Begär kandidater …"), self._request, "people_chat"),
                Action("openings.answer", _("Nytt svar om kandidater …"), self._answer, "comment"),
                Action("openings.void", _("Makulera platsen"), self._void, "delete", "Del"),
            )
        )
        names = [f"openings.{name}" for name in ("suggest", "edit", "request", "answer", "void")]
        self._more = MoreMenu(self.page_actions, names, self)
        self.panel.more_asked.connect(self._open_more)
        self.panel.next_asked.connect(self._next)

    def reload(self) -> None:
        """Offer the contracts of today, and read the list."""
        self.filter_bar.set_choices(CONTRACT.key, contract_choices(self._services))
        super().reload()

    # ---- the chosen one

    def _shown(self) -> OpeningView:
        return self._services.openings.view(self.table.current_id() or 0)

    def fill_panel(self, panel: SidePanel, record_id: int) -> None:
        """Code, status, next step, facts, and the matches under way."""
        view = self._services.openings.view(record_id)
        row = self.service.rows([record_id])[0]
        panel.begin(view.code, OPENING_STATUS_MARK[view.status])
        panel.add_section_title(view.title)
        panel.add_links(
            (view.requirement_code, Destination("contracts", view.contract_id)),
            (_("hos"), None),
            (view.supplier, Destination("suppliers", view.supplier_id)),
        )
        title, detail, button = _next_step(view)
        panel.add_next_step(title, detail, button, aside=_("Nytt svar …") if view.status in _TAKING else "")
        panel.add_facts(_facts(view, row))
        if view.matches:
            lines = MatchLines(view.matches, self.context.clock.today())
            lines.opened.connect(self._open_match)
            panel.add_section(lines)
        panel.finish()

    def _open_match(self, match_id: object) -> None:
        if isinstance(match_id, int):
            self.opened.emit(MatchPage(self.context, self._services, match_id))

    def _open_more(self) -> None:
        self._more.open_under(self.panel.more_button())

    def _next(self) -> None:
        """What the panel's button does, by where the opening stands."""
        if self.table.current_id() is None:
            return
        view = self._shown()
        if view.status in (OpeningStatus.DRAFT, OpeningStatus.CLOSED):
            self._changes.open()
        elif view.status in _TAKING:
            self.opened.emit(self._suggest_form(view))
        else:
            self.open_record(view.id)

    # ---- commands

    def _register(self) -> None:
        form = OpeningForm(self.context, self._services)
        form.saved.connect(self._registered)
        self.opened.emit(form)

    def _registered(self, changes: Changes) -> None:
        self.select(changes.new_id(Entity.OPENING))

    def _suggest_form(self, view: OpeningView | None) -> SuggestForm:
        return SuggestForm(self.context, self._services, opening=view)

    def _suggest(self) -> None:
        view = self._shown() if self.table.current_id() is not None else None
        taking = view if view is not None and view.status in _TAKING else None
        self.opened.emit(self._suggest_form(taking))

    def _edit(self) -> None:
        if self.table.current_id() is not None:
            self.opened.emit(OpeningForm(self.context, self._services, self._shown()))

    def _request(self) -> None:
        if self.table.current_id() is not None:
            self._changes.request()

    def _answer(self) -> None:
        if self.table.current_id() is not None:
            self._changes.new_answer()

    def _void(self) -> None:
        if self.table.current_id() is not None:
            self._changes.void()


def _next_step(view: OpeningView) -> tuple[str, str, str]:
    """Title, detail and button of what comes next."""
    if view.status is OpeningStatus.DRAFT:
        return _("Öppna platsen"), _("Ett utkast syns inte för matchning."), _("Öppna platsen")
    if view.status is OpeningStatus.CLOSED:
        return _("Stängd"), _("Ingen söks till platsen."), _("Öppna igen")
    if view.status in _TAKING:
        return _("Föreslå kandidat"), cards.seats(view), _("Föreslå kandidat")
    return _("Tillsatt"), ", ".join(view.placements), _("Öppna platsen")


def _facts(view: OpeningView, row: OpeningRow) -> list[Fact]:
    """What the list may show: the workplace comes from the row, which withholds it for a protected person."""
    pairs = (
        (_("Period"), cards.period(view)),
        (_("Omfattning"), cards.kind_and_extent(view)),
        (_("Lediga"), cards.seats(view)),
        (_("Öppen"), "" if row.days_open is None else formats.days_text(row.days_open)),
        (_("Arbetsplats"), row.workplace),
        (_("Efterfrågad"), formats.iso_date(view.requested_on) if view.requested_on else ""),
        (_("Senaste svar"), formats.iso_date(row.last_answer_on) if row.last_answer_on else ""),
        (_("Körkort"), view.driving_licence or ""),
        (_("Svenska"), view.language_level or ""),
    )
    return [Fact(label, value) for label, value in pairs if value]
