"""The forms of a contract, its options and its contact log."""

from dataclasses import asdict
from enum import Enum
from typing import cast

from socialupph.domain.changes import Changes
from socialupph.domain.commands.contracts import ContractFields, ContractNoteFields, OptionFields
from socialupph.domain.views.contracts import ContractView, NoteView, OptionView
from socialupph.i18n import _
from socialupph.services.registry import Services
from socialupph.specs import contract_cards as cards
from socialupph.specs import contracts as specs
from socialupph.specs.forms import FormSpec, command_of
from socialupph.ui.kit.buttons import Button, Role
from socialupph.ui.kit.labels import ToneLabel
from socialupph.ui.kit.metrics import metrics
from socialupph.ui.kit.on_the_spot import OnTheSpot
from socialupph.ui.kit.page import Destination, FormPage, PageContext

NEW_CONTRACT: dict[str, object] = {"kind": "contract", "currency": "SEK"}
_KEPT = ("procurement_id", "source", "notice_id", "source_contract_id", "lot", "procedure_id", "withheld")


def form_values(command: object) -> dict[str, object]:
    """The fields of a command as a form shows them: words of a vocabulary by their values."""
    return {name: _plain(value) for name, value in asdict(command).items()}  # type: ignore[call-overload]


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    return tuple(_plain(one) for one in cast("tuple[object, ...]", value)) if isinstance(value, tuple) else value


def trail_of(contract: ContractView) -> tuple[tuple[str, object], ...]:
    """Where a form of something under ``contract`` stands."""
    return (
        (_("Kontrakt"), Destination("contracts")),
        (contract.code, Destination("contracts", contract.id)),
    )


def void_contract(context: PageContext, services: Services, contract: ContractView) -> None:
    """Ask why, and void the contract."""
    reason = context.dialogs.ask_text(
        _("Makulera kontraktet?"),
        _("Varför? Det går att läsa men räknas inte, och inte heller det som hör till det."),
        button=_("Makulera"),
    )
    if reason is not None:
        service = services.contracts
        done = _("Kontraktet är makulerat.")
        context.commands.run(lambda: service.void(contract.id, contract.version, reason), done_text=done)


class ContractForm(FormPage):
    """Registers a contract, or changes one. Suppliers and buyers can be made on the spot."""

    def __init__(self, context: PageContext, services: Services, contract: ContractView | None = None) -> None:
        title = contract.title if contract else _("Nytt kontrakt")
        super().__init__(
            context,
            specs.FORM,
            title=title,
            draft_key=str(contract.id) if contract else "new",
            trail=trail_of(contract) if contract else ((_("Kontrakt"), Destination("contracts")),),
        )
        self._services, self._contract = services, contract
        self.form.set_values(form_values(contract.fields()) if contract else NEW_CONTRACT)
        self.form.mark_saved()
        self._spot = OnTheSpot(context, services, self.form)
        self.form.create_asked.connect(self._create)

    def _create(self, key: str, kind: str, text: str) -> None:
        self._spot.create(key, kind, text)

    def submit(self, values: dict[str, object]) -> Changes:
        """Give the command to the service."""
        if self._contract is None:
            return self._services.contracts.register(command_of(ContractFields, values))
        kept = {name: getattr(self._contract, name) for name in _KEPT}
        if self._contract.reserved_execution is None and not values.get("reserved_execution"):
            values = {**values, "reserved_execution": None}  # nobody has said, and an empty box does not either
        command = command_of(ContractFields, values, **kept)
        return self._services.contracts.edit(self._contract.id, self._contract.version, command)

    def done_text(self, changes: Changes) -> str:
        """What the toast says."""
        del changes
        return _("Kontraktet är sparat.")


class PartForm(FormPage):
    """Base of the forms of what belongs to a contract; ``remove_text`` is on the button that takes it away."""

    def __init__(
        self,
        context: PageContext,
        spec: FormSpec,
        contract: ContractView,
        *,
        title: str,
        part: str,
        save: str = "",
        remove_text: str = "",
    ) -> None:
        key = f"{contract.id}.{part}"
        super().__init__(context, spec, title=title, save=save, draft_key=key, trail=trail_of(contract))
        self.contract = contract
        if remove_text:
            button = Button(remove_text, Role.QUIET, icon="delete")
            button.clicked.connect(self._remove)
            self.foot.add(button)

    def add_lead(self, text: str) -> None:
        """What is known before anything is asked, over the form."""
        lead = ToneLabel(text, "section", wrap=True, selectable=True)
        lead.setContentsMargins(metrics().half, 0, 0, metrics().half)
        self.body.insertWidget(0, lead)

    def remove(self) -> Changes:
        """Take it away."""
        raise NotImplementedError

    def removed_text(self) -> str:
        """What the toast says then."""
        raise NotImplementedError

    def _remove(self) -> None:
        changes = self.context.commands.run(self.remove, done_text=self.removed_text())
        if changes is not None:
            self.form.mark_saved()
            self.back_asked.emit()


class OptionForm(PartForm):
    """Registers an option of a contract, changes one, or confirms one that a list proposed."""

    def __init__(
        self, context: PageContext, services: Services, contract: ContractView, option: OptionView | None = None
    ) -> None:
        proposed = option is not None and not option.confirmed
        super().__init__(
            context,
            specs.OPTION_FORM,
            contract,
            title=_("Option i {contract}").format(contract=contract.code),
            part=f"option.{option.id if option else 'new'}",
            save=_("Bekräfta optionen") if proposed else "",
            remove_text=_("Ta bort optionen") if option is not None else "",
        )
        self._services, self._option = services, option
        self.form.set_values({**asdict(option), "confirmed": True} if option else {"confirmed": True})
        self.form.mark_saved()

    def submit(self, values: dict[str, object]) -> Changes:
        """Give the command to the service."""
        command = command_of(OptionFields, values)
        if self._option is None:
            return self._services.contracts.add_option(self.contract.id, command)
        return self._services.contracts.edit_option(self._option.id, self._option.version, command)

    def done_text(self, changes: Changes) -> str:
        """What the toast says."""
        del changes
        return _("Optionen är sparad.")

    def remove(self) -> Changes:
        if self._option is None:
            raise TypeError(self._option)
        return self._services.contracts.remove_option(self._option.id, self._option.version)

    def removed_text(self) -> str:
        return _("Optionen är borttagen.")


class UseOptionForm(PartForm):
    """Says that an option was used; the contract's last day moves."""

    def __init__(self, context: PageContext, services: Services, contract: ContractView, option: OptionView) -> None:
        super().__init__(
            context,
            cards.USE_OPTION_FORM,
            contract,
            title=_("Använd optionen i {contract}").format(contract=contract.code),
            part=f"use.{option.id}",
            save=_("Använd optionen"),
        )
        self._services, self._option = services, option
        self.form.set_values({"used_on": context.clock.today()})
        self.form.mark_saved()

    def submit(self, values: dict[str, object]) -> Changes:
        """Give the command to the service."""
        option = self._option
        command = command_of(
            OptionFields,
            values,
            length_months=option.length_months,
            notice_by=option.notice_by,
            added_volume=option.added_volume,
            confirmed=True,
        )
        return self._services.contracts.edit_option(option.id, option.version, command)

    def done_text(self, changes: Changes) -> str:
        """What the toast says."""
        del changes
        return _("Optionen är använd. Avtalstiden är förlängd.")


class NoteForm(PartForm):
    """A line of the contact log."""

    def __init__(
        self, context: PageContext, services: Services, contract: ContractView, note: NoteView | None = None
    ) -> None:
        super().__init__(
            context,
            specs.NOTE_FORM,
            contract,
            title=_("Anteckning om {contract}").format(contract=contract.code),
            part=f"note.{note.id if note else 'new'}",
            remove_text=_("Ta bort anteckningen") if note is not None else "",
        )
        self._services, self._note = services, note
        self.form.set_values(asdict(note) if note else {"noted_on": context.clock.today()})
        self.form.mark_saved()

    def submit(self, values: dict[str, object]) -> Changes:
        """Give the command to the service."""
        command = command_of(ContractNoteFields, values, contract_id=self.contract.id)
        if self._note is None:
            return self._services.contracts.add_note(command)
        return self._services.contracts.edit_note(self._note.id, self._note.version, command)

    def done_text(self, changes: Changes) -> str:
        """What the toast says."""
        del changes
        return _("Anteckningen är sparad.")

    def remove(self) -> Changes:
        if self._note is None:
            raise TypeError(self._note)
        return self._services.contracts.remove_note(self._note.id, self._note.version)

    def removed_text(self) -> str:
        return _("Anteckningen är borttagen.")
