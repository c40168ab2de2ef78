"""The list of candidates."""

from socialupph.domain.changes import Changes, Entity
from socialupph.domain.kinds import AuditKind, CandidateStatus
from socialupph.domain.queries import ListQuery
from socialupph.domain.views.candidates import CandidateRow
from socialupph.i18n import _, ngettext
from socialupph.services.registry import Services
from socialupph.specs import candidate_cards as cards
from socialupph.specs import candidates as specs
from socialupph.specs.words_placements import CANDIDATE_STATUS_MARK
from socialupph.ui.features.candidates.changes import CandidateChanges
from socialupph.ui.features.candidates.forms import AREA, CandidateForm
from socialupph.ui.features.candidates.panel import MatchLines
from socialupph.ui.kit.actions import Action
from socialupph.ui.kit.labels import Fact
from socialupph.ui.kit.merging import FoundLine, open_suspects
from socialupph.ui.kit.more_menu import MoreMenu
from socialupph.ui.kit.names_button import NamesButton
from socialupph.ui.kit.openers import PageOpener
from socialupph.ui.kit.page import Destination, ListPage, PageContext
from socialupph.ui.kit.side_panel import SidePanel

WATCHES = frozenset(
    {
        Entity.CANDIDATE,
        Entity.MATCH,
        Entity.PLACEMENT,
        Entity.OPENING,
        Entity.REFERENCE,
        Entity.DISTINCT_PAIR,
    }
)


class CandidatePage(ListPage[CandidateRow]):
    """All candidates by code. The panel tells only what the list may: the rest is in the opened record."""

    def __init__(self, context: PageContext, services: Services) -> None:
        self._services = services
        self._changes = CandidateChanges(context, services)
        new = Action("candidates.new", _("Ny kandidat"), self._register, "add", "Ctrl+N")
        intake = Action("candidates.intake", _("Läs in egna listor"), PageOpener(self, "import.sheets"), "arrow_import")
        super().__init__(context, specs.TABLE, services.candidates, area=AREA, watches=WATCHES, first=new, other=intake)
        self._names = NamesButton()
        self.header.add_button(self._names, first=True)
        self._names.toggled.connect(self._show_names)
        self._found = FoundLine(self.reading(), self._count_suspects)
        self._found.followed.connect(self._open_suspects)
        self.head.rows.addWidget(self._found)
        self.add_actions(
            (
                Action("candidates.suggest", _("Föreslå till plats"), self._suggest, "board"),
                Action("candidates.edit", _("Redigera kandidaten"), self._edit, "edit", "F2"),
                Action("candidates.close", _("Avsluta kandidaten"), self._close, "archive"),
                Action("candidates.reopen", _("Öppna kandidaten igen"), self._reopen, "arrow_undo"),
                Action("candidates.void", _("Makulera kandidaten"), self._void, "delete", "Del"),
            )
        )
        names = ("candidates.suggest", "candidates.edit", "candidates.close", "candidates.reopen", "candidates.void")
        self._more = MoreMenu(self.page_actions, names, self)
        self.panel.more_asked.connect(self._open_more)
        self.panel.next_asked.connect(self._next)

    # ---- possible duplicates

    def reload(self) -> None:
        super().reload()
        self._found.ask()

    def _count_suspects(self) -> int:
        return len(self._services.duplicates.suspects(Entity.CANDIDATE))

    def _open_suspects(self) -> None:
        open_suspects(self)

    # ---- the chosen one

    def _row(self, record_id: int | None = None) -> CandidateRow | None:
        """The chosen candidate as the list shows it; opening one in full is for its own page, which logs it."""
        wanted = self.table.current_id() if record_id is None else record_id
        if wanted is None:
            return None
        return next(iter(self.service.rows([wanted], show_names=self.show_names)), None)

    def fill_panel(self, panel: SidePanel, record_id: int) -> None:
        """Code, status, next step, facts and matches under way, of what the list may show."""
        row = self._row(record_id)
        if row is None:
            panel.hide()
            return
        panel.begin(row.code, CANDIDATE_STATUS_MARK[row.status])
        if row.label != row.code:
            panel.add_section_title(row.label)
        matches = self._services.matching.rows(self._open_matches(record_id))
        self._add_next(panel, row)
        panel.add_facts([Fact(label, value) for label, value in cards.beside(row)])
        if matches:
            lines = MatchLines(matches, self.context.clock.today())
            lines.followed.connect(panel.link_followed)
            panel.add_section(lines)
        panel.finish()
        self.page_actions.set_enabled("candidates.suggest", row.status is not CandidateStatus.CLOSED)
        self.page_actions.set_enabled("candidates.close", row.status is not CandidateStatus.CLOSED)
        self.page_actions.set_enabled("candidates.reopen", row.status is CandidateStatus.CLOSED)

    def _open_matches(self, candidate_id: int) -> list[int]:
        steps = ("suggested", "contacted", "presented", "interview", "offered")
        return self._services.matching.ids(
            ListQuery("since", filters=(("candidate", (str(candidate_id),)), ("step", steps)))
        )

    def _add_next(self, panel: SidePanel, row: CandidateRow) -> None:
        if row.status is CandidateStatus.CLOSED:
            panel.add_next_step(_("Avslutad"), _("Kandidaten föreslås inte längre."), _("Öppna igen"))
        elif row.placement_code:
            placed = _("Placerad på {code}").format(code=row.placement_code)
            panel.add_next_step(placed, "", _("Öppna kandidaten"), key=_("Enter"))
        elif row.matches:
            text = ngettext("{n} matchning pågår", "{n} matchningar pågår", row.matches).format(n=row.matches)
            panel.add_next_step(text, "", _("Öppna tavlan"))
        else:
            panel.add_next_step(_("Föreslå till plats"), _("Ingen matchning pågår."), _("Föreslå till plats"))

    def _next(self) -> None:
        """What the panel's button does, by where the candidate stands."""
        row = self._row()
        if row is None:
            return
        if row.status is CandidateStatus.CLOSED:
            self._reopen()
        elif row.placement_code:
            self.open_record(row.id)
        elif row.matches:
            self.go_to.emit(Destination("matching"))
        else:
            self._suggest()

    def _open_more(self) -> None:
        self._more.open_under(self.panel.more_button())

    # ---- commands

    def _show_names(self, shown: bool) -> None:
        self.show_names = shown
        if shown:
            self._services.audit.note(AuditKind.NAMES_SHOWN, self.spec.name)
        self.refresh()

    def _register(self) -> None:
        form = CandidateForm(self.context, self._services)
        form.saved.connect(self._registered)
        self.opened.emit(form)

    def _registered(self, changes: Changes) -> None:
        self.select(changes.new_id(Entity.CANDIDATE))

    def _edit(self) -> None:
        row = self._row()
        if row is not None:
            self.opened.emit(CandidateForm(self.context, self._services, self._services.candidates.view(row.id)))

    def _suggest(self) -> None:
        row = self._row()
        if row is not None:
            self._changes.suggest(row.id)

    def _close(self) -> None:
        row = self._row()
        if row is not None:
            self._changes.close(row.id, row.version)

    def _reopen(self) -> None:
        row = self._row()
        if row is not None:
            self._changes.reopen(row.id, row.version)

    def _void(self) -> None:
        row = self._row()
        if row is not None:
            self._changes.void(row.id, row.version)
