"""The form of a sign-up: supplier, contract and contact follow one another; a duplicate is asked about once."""

from collections.abc import Mapping
from dataclasses import asdict

from socialupph.domain.changes import Changes, Entity, RecordRef
from socialupph.domain.commands.training import SignUpFields
from socialupph.domain.errors import NotFound, RuleViolation
from socialupph.domain.kinds import SignUpChannel
from socialupph.domain.views.suppliers import ContactView
from socialupph.domain.views.training import SessionView, SignUpView
from socialupph.i18n import _
from socialupph.services.registry import Services
from socialupph.specs.forms import command_of
from socialupph.specs.training_forms import ANY_SESSION_SIGN_UP_FORM, SIGN_UP_FORM
from socialupph.specs.training_page import signed_up_text
from socialupph.ui.kit.buttons import Role
from socialupph.ui.kit.dialogs import Answer
from socialupph.ui.kit.form import Form
from socialupph.ui.kit.form_reading import picked, set_lookup
from socialupph.ui.kit.page import Destination, FormPage, PageContext


class SignUpForm(FormPage):
    """Signs somebody up, or changes what is written of a sign-up. Without ``session`` it asks for which one."""

    def __init__(
        self,
        context: PageContext,
        services: Services,
        session: SessionView | None = None,
        sign_up: SignUpView | None = None,
        *,
        contact_id: int | None = None,
    ) -> None:
        title = _("Anmälan till {code}").format(code=session.code) if session and sign_up else _("Ny anmälan")
        key = str(sign_up.id) if sign_up else f"new.{session.id if session else 0}.{contact_id or 0}"
        spec = SIGN_UP_FORM if session else ANY_SESSION_SIGN_UP_FORM
        super().__init__(context, spec, title=title, draft_key=key, trail=_trail(session))
        self._services, self._session, self._sign_up = services, session, sign_up
        self.form.set_values(asdict(sign_up) if sign_up else self._start(session))
        self._following = _Following(self.form, services)
        if contact_id is not None:
            self.form.set_value("contact_id", contact_id)
            self._following.follow()
        self.form.mark_saved()
        self.form.changed.connect(self._following.follow)

    def _start(self, session: SessionView | None) -> dict[str, object]:
        values: dict[str, object] = {
            "received_at": self.context.clock.now(),
            "channel": SignUpChannel.EMAIL.value,
            "information_version": session.information_version if session else None,
        }
        if session is None:
            closing = self._services.today.counters().closing
            values["session_id"] = closing.session_id if closing else None
        return values

    def reload(self) -> None:
        """Offer the draft, and narrow by what it says."""
        super().reload()
        self._following.settle()

    def submit(self, values: dict[str, object]) -> Changes:
        """Give the command to the service; where somebody of that name is signed up already, ask once."""
        session_id = self._session.id if self._session else values["session_id"]
        command = command_of(SignUpFields, values, session_id=session_id)
        try:
            return self._give(command, sure=False)
        except RuleViolation as violation:
            if violation.code != "sign_up.duplicate" or not self._is_another():
                raise
        return self._give(command, sure=True)

    def _give(self, command: SignUpFields, *, sure: bool) -> Changes:
        if self._sign_up is None:
            return self._services.sign_ups.register(command, confirm_duplicate=sure)
        return self._services.sign_ups.edit(self._sign_up.id, self._sign_up.version, command, confirm_duplicate=sure)

    def _is_another(self) -> bool:
        answer = self.context.dialogs.ask(
            _("Är det en annan person?"),
            _("Någon med samma namn eller e-post är redan anmäld till tillfället."),
            (Answer("back", _("Gå tillbaka"), Role.QUIET), Answer("sure", _("Anmäl ändå"), Role.PRIMARY)),
        )
        return answer == "sure"

    def done_text(self, changes: Changes) -> str:
        """What the toast says: the seat, or the place on the reserve list and why."""
        if self._sign_up is not None:
            return _("Anmälan är sparad.")
        made = changes.new_id(Entity.SIGN_UP)
        home = self._services.search.home(RecordRef(Entity.SIGN_UP, made))
        view = self._services.training.view(home.id)
        return next(
            (signed_up_text(entry) for entry in (*view.seated, *view.waiting) if entry.id == made),
            _("Anmälan är sparad."),
        )


def _trail(session: SessionView | None) -> list[tuple[str, object]]:
    trail: list[tuple[str, object]] = [(_("Handledarutbildning"), Destination("training"))]
    if session is not None:
        trail.append((session.code, Destination("training", session.id)))
    return trail


class _Following:
    """A contact brings its supplier and how to reach it; a supplier narrows contracts and contacts."""

    def __init__(self, form: Form, services: Services) -> None:
        self._form, self._services = form, services
        self._busy = False
        self._seen = self._now()
        self._narrow()

    def _now(self) -> tuple[int | None, int | None]:
        return picked(self._form, "contact_id"), picked(self._form, "supplier_id")

    def settle(self) -> None:
        """Take the fields as they are for granted."""
        self._seen = self._now()
        self._narrow()

    def follow(self) -> None:
        """Something was changed by hand."""
        now = self._now()
        if self._busy or now == self._seen:
            return
        contact, supplier = now
        self._busy = True
        if contact is not None and contact != self._seen[0]:
            self._take_contact(contact)
        elif supplier != self._seen[1]:
            self._form.set_value("contract_id", None)
            self._name_organisation(supplier)
        self._busy = False
        self.settle()

    def _take_contact(self, contact_id: int) -> None:
        supplier_id = self._services.search.home(RecordRef(Entity.CONTACT, contact_id)).id
        try:
            supplier = self._services.suppliers.view(supplier_id)
        except NotFound:
            return
        self._form.set_value("supplier_id", supplier_id)
        self._fill({"organisation": supplier.name})
        found = next((one for one in supplier.contacts if one.id == contact_id), None)
        if found is not None:
            self._fill(_of_contact(found))

    def _name_organisation(self, supplier_id: int | None) -> None:
        if supplier_id is not None:
            self._fill({"organisation": self._services.lookups.label("supplier", supplier_id)})

    def _fill(self, values: Mapping[str, object]) -> None:
        """Only what is empty: what was typed stays."""
        for key, value in values.items():
            if value and not self._form.box(key).editor.draft():
                self._form.set_value(key, value)

    def _narrow(self) -> None:
        supplier = picked(self._form, "supplier_id")
        within = "" if supplier is None else f":supplier_id={supplier}"
        set_lookup(self._form, "contract_id", f"contract{within}")
        set_lookup(self._form, "contact_id", f"contact{within}")


def _of_contact(contact: ContactView) -> dict[str, object]:
    return {
        "name": contact.label,
        "email": contact.email,
        "phone": contact.phone,
        "protected": contact.protected,
        "alias": contact.alias if contact.protected else None,
    }
