"""The main job by keyboard alone in a real window, closed and started again; then what lies in the register and in the two files."""

import datetime as dt
import json
import subprocess
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from socialupph.app.clock import standing_at
from socialupph.domain.follow_ups import FollowUpStatus
from socialupph.domain.kinds import RegisterKind
from socialupph.domain.ledger import RequirementUnit
from socialupph.domain.matching import MatchStep
from socialupph.domain.queries import ListQuery
from socialupph.services.registers import open_register
from socialupph.services.registry import Services
from tests.system import walk
from tests.system.starting import start

pytestmark = pytest.mark.system
STARTED, ENDS = dt.date(2026, 8, 24), dt.date(2027, 2, 28)
QUEUE = ["Åsa Öberg", "Nguyễn Ærø", "Zoë Żuraw"]


@dataclass(frozen=True)
class Walked:
    """What was seen the first time and the second, and the register afterwards."""

    folder: Path
    first: dict[str, Any]
    again: dict[str, Any]
    services: Services


@pytest.fixture(scope="module")
def walked(tmp_path_factory):
    folder = tmp_path_factory.mktemp("vandring")
    home = folder / "hem"
    seen = []
    for phase in ("first", "again"):
        done = start(home, "-m", "tests.system.walk", str(folder), "--phase", phase)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        seen.append(json.loads((folder / f"{phase}.json").read_text("utf-8")))
    (register,) = (home / "registers").glob("*.sup")
    services = open_register(register, standing_at(dt.date.fromisoformat(walk.TODAY)))
    yield Walked(folder, seen[0], seen[1], services)
    services.close()


def rows(service):
    return service.rows(service.ids(ListQuery("code")))


def line(cells):
    """A row of a list as it is read out, by its headings."""
    return dict(cell.split(": ", 1) for cell in cells)


# ---- what the window showed


def test_the_new_register_is_marked_as_an_exercise(walked):
    assert walked.first["window"] == "SocialUpph – ängelby-kommun.sup"
    assert walked.services.settings.load().municipality == walk.MUNICIPALITY
    assert walked.services.settings.load().kind is RegisterKind.EXERCISE


def test_the_list_was_shown_before_it_was_taken_in(walked):
    assert "Importera 40 kontrakt" in walked.first["import"]
    assert walked.first["imported"] == "40 kontrakt är inlästa."
    assert len(walked.first["contracts"]) == 40


def test_the_ledger_shows_the_placement(walked):
    counted, total = (line(cells) for cells in walked.first["ledger"][0])
    assert (counted["Räknas"], counted["Placering"], counted["Månader"]) == ("Räknas", "P-0001", "1,0")
    assert (total["Räknas"], total["Månader"]) == ("Summa som räknas", "1,0")
    (place,) = (line(cells) for cells in walked.first["ledger"][1])
    assert (place["Läge"], place["Plats"], place["Placering"]) == ("Pågår", walk.OPENING, "P-0001")
    assert "Inte uppfyllt ännu: 0 av 4 platser levererade; 4 saknas." in walked.first["requirement"]


def test_a_yes_from_last_month_leaves_an_empty_board_and_no_word_of_filters(walked):
    assert "Tackat ja" in walked.first["board"]
    assert "Rensa filter" not in walked.first["board"]


def test_lists_show_people_by_code_only(walked):
    lists = [seen[key] for seen in (walked.first, walked.again) for key in ("candidates", "placements", "follow_ups")]
    assert "KA-0001" in str(lists)
    assert walk.CANDIDATE not in str(lists)
    assert walk.CANDIDATE not in str([walked.first["board"], walked.first["follow_up"], walked.first["ledger"]])


def test_everything_is_there_the_next_time(walked):
    assert walked.again["area"] == "Uppföljningar"
    assert walked.again["window"] == walked.first["window"]
    for key in ("ledger", "ledger.placement", "session", "follow_ups"):
        assert walked.again[key] == walked.first[key], key
    assert len(walked.again["contracts"]) == 40
    assert [line(cells)["Status"] for cells in walked.again["candidates"]] == ["Placerad"]
    (placement,) = (line(cells) for cells in walked.again["placements"])
    assert (placement["Kod"], placement["Status"]) == ("P-0001", "Pågående")
    (session,) = (line(cells) for cells in walked.again["sessions"])
    assert (session["Tillfälle"], session["Tagna platser"], session["Reservlista"]) == (walk.COURSE, "1 av 20", "2")


# ---- what lies in the register


def test_the_register_has_the_requirement(walked):
    services = walked.services
    (row,) = [one for one in rows(services.contracts) if one.code == "K-2025-001"]
    contract = services.contracts.view(row.id)
    (requirement,) = contract.requirements
    assert (contract.number, contract.title) == (walk.NUMBER, walk.CONTRACT)
    assert (requirement.unit, requirement.volume, requirement.minimum_months) == (RequirementUnit.PLACES, Decimal(4), 4)
    assert requirement.confirmed


def test_the_register_has_the_match_and_its_placement(walked):
    services = walked.services
    (candidate,) = rows(services.candidates)
    assert services.candidates.view(candidate.id).name == walk.CANDIDATE
    (number,) = services.matching.ids(ListQuery("step"))
    match = services.matching.view(number)
    assert (match.step, match.told_employer, match.opening_title) == (MatchStep.ACCEPTED, walk.TOLD, walk.OPENING)
    assert [match.suggested_on.day, match.contacted_on.day, match.presented_on.day] == [3, 4, 6]
    assert [match.interview_on.day, match.offered_on.day, match.answered_on.day] == [11, 13, 14]
    placement = services.placements.view(match.placement_id)
    assert (placement.facts.starts_on, placement.facts.planned_end_on) == (STARTED, ENDS)


def test_the_register_has_the_follow_up_with_its_answers(walked):
    found = rows(walked.services.follow_ups)
    (done,) = [row for row in found if row.status is FollowUpStatus.DONE]
    assert done.due_on == min(row.due_on for row in found)
    view = walked.services.follow_ups.view(done.id)
    assert (view.summary, view.held_on) == (walk.SUMMARY, dt.date.fromisoformat(walk.TODAY))
    assert len(view.answers) == 18
    assert sorted((one.score or 0) for one in view.answers) == [0, *[3] * 6, *[4] * 5, *[5] * 6]
    assert [one.comment for one in view.answers if one.comment] == ["Vill lära sig mer om växter"]


def test_the_register_has_the_session_and_its_queue(walked):
    (row,) = rows(walked.services.training)
    session = walked.services.training.view(row.id)
    assert [entry.label for entry in (*session.seated, *session.waiting)] == QUEUE
    assert [entry.right for entry in session.seated] == ["K-2025-001"]


# ---- the two files


def test_the_sign_up_list_has_the_names_in_the_order_of_the_queue(walked):
    command = ["pdftotext", "-layout", "-enc", "UTF-8", str(walked.folder / walk.PDF), "-"]
    done = subprocess.run(command, capture_output=True, check=True)
    text = done.stdout.decode("utf-8")
    places = [text.index(name) for name in QUEUE]
    assert places == sorted(places)
    assert text.index("Platser i turordning") < places[0] < text.index("Reservlista") < places[1]
    assert "Fyll inte i riktiga personer" in text
    assert walk.CANDIDATE not in text


def test_the_workbook_has_typed_cells(walked):
    sheet = load_workbook(walked.folder / walk.WORKBOOK).worksheets[0]
    heads, *lines = ([cell.value for cell in row] for row in sheet.iter_rows())
    found: list[dict[Any, Any]] = [dict(zip(heads, cells, strict=True)) for cells in lines]
    assert len(found) == len(walked.first["follow_ups"])
    first, second = found[0], found[1]
    assert (first["Planerad"].date(), first["Hållen"].date()) == (STARTED, dt.date(2026, 9, 22))
    assert (first["Dagar försenad"], first["Status"], first["Sätt"]) == (29, "Genomförd", "Besök")
    assert first["Sammanfattning"] == walk.SUMMARY
    assert "Värdföretag" not in first  # unless the list shows it: nobody is told apart by what is missing
    assert first["Närvaro, Deltagaren"] == 3
    assert (second["Status"], second["Hållen"], second["Dagar försenad"]) == ("Försenad", None, 15)
    assert walk.CANDIDATE not in str(found)
