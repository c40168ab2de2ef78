"""Words of reference data as sheets write them: the register's own, its keys, what people say for short, else asked."""

from collections.abc import Iterable, Mapping

from socialupph.domain.alike import person_words
from socialupph.domain.changes import Entity
from socialupph.domain.kinds import ReferenceList
from socialupph.domain.values import name_key
from socialupph.domain.views.register_sheets import Doubt
from socialupph.i18n import _
from socialupph.persistence.queries.register_sheets import Row
from socialupph.services.register_sheet_entries import Entry, Turn, line
from socialupph.services.register_sheet_indexes import Alike, Index
from socialupph.services.register_sheet_questions import Asking, Questions, choices_of

SYNONYMS: Mapping[ReferenceList, Mapping[str, tuple[str, ...]]] = {
    ReferenceList.PLACEMENT_FORM: {
        "work_practice": ("ap", "arbetspraktik af", "arbetsmarknadspraktik", "af-praktik", "praktik af"),
        "skill_assessment": ("ykb", "yrkesbedömning"),
        "work_training": ("at", "arbetsträning af"),
        "reinforced_work_training": ("fat", "förstärkt at"),
        "new_start_job": ("nystart", "nystartsanställning", "nsj"),
        "introduction_job": ("introjobb", "intro-jobb", "introduktionsanställning"),
        "establishment_job": ("etablering", "etableringsanställning"),
        "wage_subsidy_development": ("utvecklingsanställning", "lönebidrag utveckling"),
        "wage_subsidy_employment": ("lönebidragsanställning",),
        "wage_subsidy_security": ("trygghetsanställning", "lönebidrag trygghet"),
        "sheltered_public_work": ("osa", "skyddat arbete", "skyddat arbete hos offentlig arbetsgivare"),
        "municipal_internship": ("kommunpraktik", "praktik kommun", "praktik i kommunal regi"),
        "language_internship": ("språkpraktikplats",),
        "summer_job": ("sommarjobbare", "sommararbete"),
        "holiday_work": ("feriearbete", "feriejobb", "lovjobb"),
        "school_placement": ("apl", "arbetsplatsförlagt lärande"),
        "vocational_placement": ("lia", "lärande i arbete"),
        "apprenticeship": ("lärlingsanställning", "lärlingsplats"),
        "ordinary_employment": (
            "vanlig anställning", "ordinarie anställning", "osubventionerad anställning", "reguljär anställning",
            "tillsvidareanställning", "visstidsanställning", "provanställning", "timanställning", "särskild visstidsanställning",
        ),
        "extra_job": ("extratjänster",),
        "modern_relief_job": ("beredskapsjobb",),
        "step_in_job": ("instegsanställning",),
        "vocational_introduction": ("yrkesintroduktion",),
        "try_out_place": ("prova-på-plats", "prova på"),
    },
    ReferenceList.END_REASON: {
        "completed": (
            "slutförd", "slutfört", "avslutad enligt plan", "enligt plan", "klar", "fullföljd", "fullföljt", "planerat slut",
            "perioden slut", "period slut", "tiden slut",
        ),
        "own_choice": ("avbröt själv", "eget val", "egen begäran", "egen uppsägning", "hoppade av", "avhopp", "slutade själv"),
        "got_job": ("fick jobb", "fått jobb", "jobb", "nytt jobb", "arbete", "annat arbete"),
        "moved": ("flytt", "flyttat"),
        "objective_grounds": ("uppsagd", "saklig grund", "uppsägning", "sakliga skäl"),
        "sickness": ("sjuk", "sjukskriven", "sjukskrivning"),
        "misconduct": ("misskötsel",),
        "workplace_changed": ("arbetsplatsen lades ned", "nedläggning", "arbetsplatsen flyttade"),
        "conflict": ("konflikt",),
        "contract_ended": ("avtalet slut", "avtalet upphörde", "kontraktet slut", "avtalsslut"),
        "supplier_ended": ("avslutad av företaget", "avslutad av arbetsgivaren", "företaget avslutade"),
        "decision_withdrawn": ("beslut återkallat", "anvisning återtagen", "återkallad"),
        "unknown": ("vet inte", "vet ej", "oklart", "?"),
    },
    ReferenceList.OUTCOME: {
        "employed_without_support": (
            "anställd", "anställning", "anställning utan stöd", "osubventionerad anställning", "jobb", "arbete", "fick jobb",
        ),
        "employed_with_support": ("anställning med stöd", "subventionerad anställning", "anställd med bidrag"),
        "new_period": ("förlängd", "förlängning", "ny period", "förlängs"),
        "studies": ("studerar", "utbildning", "skola", "komvux"),
        "other_measure": ("annan åtgärd", "annat program"),
        "back_to_af": ("åter af", "åter till af", "af", "arbetsförmedlingen", "arbetslös"),
        "back_to_municipality": ("kommunen", "åter kommunen"),
        "interrupted": ("avbrott", "avbruten", "avbröts"),
        "unknown": ("vet inte", "vet ej", "oklart", "?"),
    },
}  # fmt: skip
"""What people write for a key, beside its own label. A word that could be several (praktik, lönebidrag) is asked."""


class References(Index):
    """The words of reference data."""

    def __init__(self, rows: Iterable[Row], questions: Questions) -> None:
        super().__init__(Entity.REFERENCE, rows)
        self._questions = questions
        self._lists: dict[ReferenceList, list[Entry]] = {}
        self._words: dict[ReferenceList, dict[str, Entry]] = {}
        self._near: dict[ReferenceList, Alike] = {}
        for entry in self.by_id.values():
            which: ReferenceList = entry.stored["list"]
            known = self._words.setdefault(which, {})
            key, label = entry.stored["key"], entry.stored["label"]
            self._lists.setdefault(which, []).append(entry)
            for word in SYNONYMS.get(which, {}).get(key, ()):
                known.setdefault(name_key(word), entry)
            self._near.setdefault(which, Alike(person_words)).add(label, entry)
        for which, entries in self._lists.items():
            for entry in entries:  # the register's own words go before what people say for short
                self._words[which].update(
                    {name_key(entry.stored["key"]): entry, name_key(entry.stored["label"]): entry}
                )

    def of(self, which: ReferenceList) -> list[Entry]:
        """The words of a list in order, closed ones too."""
        return self._lists.get(which, [])

    def by_key(self, which: ReferenceList, key: str) -> Entry:
        """The word with a key."""
        return self._words[which][name_key(key)]

    def find(
        self, turn: Turn, which: ReferenceList, word: str, field: str, *, may_be_empty: bool = True
    ) -> Entry | None:
        """What a word of a sheet means, asked once for each word; an empty one only where there must be something."""
        word = line(word)
        known = self._words.get(which, {})
        plain = name_key(word).strip(" .:;")
        if plain in known or (not word and may_be_empty):
            return known.get(plain)
        near = list(dict.fromkeys(self._near[which].near(word))) if word else []
        rest = [one for one in self.of(which) if one not in near]
        related = [one for one in rest if plain and plain in name_key(one.stored["label"])]
        asking = Asking(
            self.entity,
            Doubt.MAYBE if near else Doubt.NOTHING,
            word or _("(tomma rutor)"),
            (plain,),
            choices_of([*near, *related, *rest]),
            may_be_empty=may_be_empty,
            group=which,
        )
        answer = self._questions.ask(turn, asking, self.by_token, field)
        return answer if isinstance(answer, Entry) else None
