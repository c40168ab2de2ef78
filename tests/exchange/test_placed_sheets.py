"""Sheets of placements, follow-ups and courses, in the shapes people keep them."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from socialupph.domain.commands.register_sheets import (
    AnswerCells,
    ContactCells,
    CourseRow,
    FollowUpRow,
    PlacementRow,
    SheetKind,
    StepCells,
)
from socialupph.domain.follow_ups import FollowUpKind, FollowUpStatus
from socialupph.domain.kinds import ContactRole, FollowUpMeans, Question, Respondent
from socialupph.exchange.register_sheets import read_sheet
from tests.exchange.sheet_making import csv_sheet, read_as, rows_of, told, wrong, xlsx_sheet

D = dt.date
SUPERVISOR = ContactRole.SUPERVISOR


def test_placements_by_name_with_hours_and_two_days_written_any_way(tmp_path: Path):
    headings = (
        "Namn",
        "Pnr",
        "Arbetsgivare",
        "Handledare",
        "Tel",
        "Fr.o.m.",
        "T.o.m.",
        "Tim/v",
        "Typ",
        "Avslutad",
        "Orsak",
    )
    opened = csv_sheet(
        tmp_path, "placeringar", headings,
        ("Ingrid Exempelsson", "880101-2389", "A AB", "Bo Låtsasson", "070-174 06 11", "2026-09-01", "31/12 2026", "30", "Praktik", "", ""),
        ("Exempelgren, Bo", "19950503-XXXX", "B AB", "", "", "3/9-26", "v. 52", "40", "Nystartsjobb", "2026-10-01", "Fick jobb"),
        ("Olle L (1990)", "", "C AB", "", "", "260903", "46386", "heltid", "", "", ""),
        ("", "", "D AB", "", "", "", "2026-08-01", "45", "", "", ""),
    )  # fmt: skip
    first, second, third, fourth = read_as(opened, SheetKind.PLACEMENTS, PlacementRow)
    assert (first.candidate, first.birth_year, first.personal_number) == ("Ingrid Exempelsson", 1988, "198801012389")
    assert (first.starts_on, first.planned_end_on, first.percent) == (D(2026, 9, 1), D(2026, 12, 31), Decimal(75))
    assert first.supervisor == ContactCells("Bo Låtsasson", SUPERVISOR, "070-174 06 11")
    assert (second.candidate, second.starts_on, second.ended_on) == ("Bo Exempelgren", D(2026, 9, 3), D(2026, 10, 1))
    assert (second.form, second.end_reason) == ("Nystartsjobb", "Fick jobb")
    assert (third.candidate, third.birth_year, third.planned_end_on) == ("Olle L", 1990, D(2026, 12, 30))
    errors = wrong([first, second, third, fourth])
    assert set(errors) == {3, 5}
    assert "v. 52 är en vecka" in errors[3]
    assert "inte vem som är placerad" in errors[5]
    assert "startdatum saknas" in errors[5].casefold()
    assert "omfattningen 45" in errors[5]


def test_a_finished_placement_with_one_end_and_own_recruits(tmp_path: Path):
    opened = xlsx_sheet(
        tmp_path, "Praktik 2026", ("Praktikant", "Arbetsplats", "Start", "Slut", "Status", "Omfattning (tim/v)", "Antal"),
        ("Anna Fiktivsson", "Hjortens Golv AB", D(2026, 1, 5), D(2026, 6, 30), "Avslutad", 20, 1),
        ("Kim Låtsas", "Ängsskolan", "2026-02-01", "2026-05-31", "Avbruten av deltagaren", 38, None),
        ("rekryterad av leverantören", "Byggarna AB", "2026-02-01", "2026-05-31", "Pågår", None, 3),
        (None, "Målarna AB", "2026-02-01", "2026-01-31", "Pågår", None, 2),
        ("Summa", None, None, None, None, None, 6),
    )  # fmt: skip
    draft = read_sheet(opened)
    first, second, third, fourth = rows_of(draft, PlacementRow)
    assert (first.host, first.workplace, first.heads) == ("Hjortens Golv AB", "", None)
    assert (first.ended_on, first.percent, first.end_reason) == (D(2026, 6, 30), Decimal(50), "")
    assert (second.ended_on, second.percent, second.end_reason) == (
        D(2026, 5, 31),
        Decimal(95),
        "Avbruten av deltagaren",
    )
    assert (third.candidate, third.heads, third.ended_on) == ("", 3, None)
    assert (fourth.candidate, fourth.heads) == ("", 2)
    assert wrong([first, second, third, fourth]) == {
        5: "Rad 5, kolumn Slut: slutdatum 2026-01-31 ligger före startdatum 2026-02-01. Rätta det som är fel."
    }
    assert [left.row for left in draft.left_out] == [6]
    assert "Timmar i kolumnen Omfattning (tim/v) är räknade av 40 i veckan." in told(draft)


def test_a_workplace_is_a_workplace_where_the_contract_tells_the_firm(tmp_path: Path):
    opened = csv_sheet(
        tmp_path, "placeringar", ("Deltagare", "Avtalsnr", "Upphandling", "Arbetsplats", "Period"),
        ("Ann E", "2026-1", "Städ", "Ängsskolan", "1/9–31/12 2026"), ("Bo L", "", "Måleri", "Målarna AB", "hösten"),
    )  # fmt: skip
    first, second = read_as(opened, SheetKind.PLACEMENTS, PlacementRow)
    assert (first.contract, first.host, first.workplace) == ("2026-1", "", "Ängsskolan")
    assert (first.starts_on, first.planned_end_on) == (D(2026, 9, 1), D(2026, 12, 31))
    assert (second.contract, second.host, second.workplace) == ("Måleri", "Målarna AB", "")
    assert "perioden hösten går inte att läsa" in wrong([second])[3]


def test_a_log_of_follow_ups(tmp_path: Path):
    headings = ("Datum", "Deltagare", "Arbetsplats", "Typ", "Hur", "Klart", "Anteckning", "Nästa steg")
    opened = csv_sheet(
        tmp_path, "uppföljning", headings,
        ("2026-09-01", "Ingrid E", "A AB", "Startsamtal", "besök", "ja", "Bra", "Boka skor"),
        ("2026-10-01", "Ingrid E", "A AB", "trepart", "teams", "nej", "", ""),
        ("", "Bo L", "", "Månad", "tel", "", "Ringt", ""),
        ("2026-10-05", "Bo L", "B AB", "blomma", "duva", "", "Ej svar", ""),
        ("2026-10-06", "Bo L", "B AB", "", "", "", "inställd: sjuk handledare", ""),
        ("2026-10-07", "", "", "", "", "", "Allmänt", ""),
    )  # fmt: skip
    rows = read_as(opened, SheetKind.FOLLOW_UPS, FollowUpRow)
    assert (rows[0].kind, rows[0].status, rows[0].held_on) == (
        FollowUpKind.START_MEETING,
        FollowUpStatus.DONE,
        D(2026, 9, 1),
    )
    assert (rows[0].means, rows[0].summary) == (FollowUpMeans.VISIT, "Bra")
    assert rows[0].steps == (StepCells("Boka skor"),)
    assert (rows[1].kind, rows[1].status, rows[1].due_on) == (
        FollowUpKind.EXTRA,
        FollowUpStatus.PLANNED,
        D(2026, 10, 1),
    )
    assert (rows[1].held_on, rows[1].means) == (None, FollowUpMeans.VIDEO)
    assert rows[3].status is FollowUpStatus.NOT_ANSWERED
    assert "Typ: blomma" in rows[3].summary
    assert "Hur: duva" in rows[3].summary
    assert (rows[4].status, rows[4].reason, rows[4].summary) == (FollowUpStatus.SKIPPED, "sjuk handledare", "")
    errors = wrong(rows)
    assert errors[4] == "Rad 4: uppföljningen saknar datum. Skriv det i kolumnen Datum, till exempel 2025-03-01."
    assert "inte vad uppföljningen gäller" in errors[7]
    assert set(errors) == {4, 7}


def test_a_day_alone_does_not_say_whether_it_was_held(tmp_path: Path):
    opened = csv_sheet(
        tmp_path, "uppföljningar", ("Placering", "Datum", "Anteckning"), ("Plac 1", "2026-09-01", "Trivs")
    )
    [row] = read_as(opened, SheetKind.FOLLOW_UPS, FollowUpRow)
    assert (row.status, row.due_on, row.held_on, row.summary) == (None, D(2026, 9, 1), None, "Trivs")


def test_a_row_for_each_placement_with_a_column_for_each_talk(tmp_path: Path):
    headings = (
        "Placering",
        "Startsamtal",
        "2 veckor",
        "Månad 1",
        "Anteckning",
        "Nästa steg",
        "Slutsamtal",
        "6 mån",
        "Nästa uppföljning",
    )
    opened = xlsx_sheet(
        tmp_path, "Uppföljningsplan", headings,
        ("Plac 1", D(2026, 1, 5), D(2026, 1, 19), D(2026, 2, 5), "Går bra", D(2026, 4, 10), D(2026, 4, 30), None, D(2026, 10, 1)),
        ("Plac 2", D(2026, 1, 5), None, "v. 6", None, None, None, None, None),
        ("Plac 3", None, None, None, None, None, None, None, D(2026, 3, 1)),
    )  # fmt: skip
    rows = read_as(opened, SheetKind.FOLLOW_UPS, FollowUpRow)
    kinds = FollowUpKind
    assert [(row.row, row.kind, row.due_on, row.status) for row in rows] == [
        (2, kinds.START_MEETING, D(2026, 1, 5), None), (2, kinds.TWO_WEEKS, D(2026, 1, 19), None), (2, kinds.MONTHLY, D(2026, 2, 5), None),
        (2, kinds.NEXT_STEP, D(2026, 4, 10), None), (2, kinds.FINAL_MEETING, D(2026, 4, 30), None),
        (2, None, D(2026, 10, 1), FollowUpStatus.PLANNED), (3, kinds.START_MEETING, D(2026, 1, 5), None),
        (4, None, D(2026, 3, 1), FollowUpStatus.PLANNED),
    ]  # fmt: skip
    assert [row.summary for row in rows if row.summary] == ["Går bra"]
    assert "v. 6 är en vecka" in wrong(rows)[3]


def test_scores_under_the_word_for_who_answered(tmp_path: Path):
    opened = xlsx_sheet(
        tmp_path, "Uppföljning",
        ("Placering", "Datum", "Närvaro", "Trivsel", "Närvaro", "Trivsel", "Kommentar", "Ansvarig", "Klart senast", "Åtgärd"),
        ("Plac 1", D(2026, 1, 5), 4, "5 – trivs", "3/5", "bra", "allt väl", "Bo", D(2026, 2, 1), "Köpa skor"),
        ("Plac 2", D(2026, 1, 6), 7, None, None, None, None, None, None, None),
        groups={" ": 2, "Deltagare": 2, "Handledare": 2, "  ": 1, "Överenskommet": 3},
    )  # fmt: skip
    first, second = read_as(opened, SheetKind.FOLLOW_UPS, FollowUpRow)
    assert set(first.answers) == {
        AnswerCells(Respondent.PARTICIPANT, Question.ATTENDANCE, 4), AnswerCells(Respondent.PARTICIPANT, Question.WELL_BEING, 5, "trivs"),
        AnswerCells(Respondent.SUPERVISOR, Question.ATTENDANCE, 3), AnswerCells(Respondent.SUPERVISOR, Question.WELL_BEING, None, "bra"),
    }  # fmt: skip
    assert (first.status, first.held_on, first.summary) == (FollowUpStatus.DONE, D(2026, 1, 5), "allt väl")
    assert first.steps == (StepCells("Köpa skor", "Bo", D(2026, 2, 1)),)
    assert "7 är ingen skattning" in wrong([second])[4]


@pytest.mark.parametrize(
    ("heading", "respondent", "question"),
    [
        ("Närvaro deltagare", Respondent.PARTICIPANT, Question.ATTENDANCE),
        ("Handledning (handledaren)", Respondent.SUPERVISOR, Question.SUPERVISION),
        ("Språk och kunskap – praktikanten", Respondent.PARTICIPANT, Question.LANGUAGE_AND_SKILLS),
        ("Säkerhet AF-handläggaren", Respondent.AF_OFFICER, Question.SAFETY),
        ("Trivsel", Respondent.COORDINATOR, Question.WELL_BEING),
    ],
)
def test_who_answered_what_as_the_heading_says(
    tmp_path: Path, heading: str, respondent: Respondent, question: Question
):
    headings = ("Placering", "Datum", heading, f"Kommentar {heading}")
    opened = csv_sheet(tmp_path, "uppföljning", headings, ("Plac 1", "2026-09-01", "4", "som väntat"))
    [row] = read_as(opened, SheetKind.FOLLOW_UPS, FollowUpRow)
    assert row.answers == (AnswerCells(respondent, question, 4, "som väntat"),)


def test_agreed_steps_side_by_side(tmp_path: Path):
    headings = ("Placering", "Datum", "Vem", "Vad", "När", "Vem", "Vad", "När")
    opened = csv_sheet(
        tmp_path, "uppföljning", headings,
        ("Plac 1", "2026-09-01", "Bo", "Köpa skor", "2026-09-10", "Ann", "Boka möte", "2026-09-20"),
        ("Plac 2", "2026-09-01", "", "", "", "Ann", "Boka möte", ""),
    )  # fmt: skip
    first, second = read_as(opened, SheetKind.FOLLOW_UPS, FollowUpRow)
    assert first.steps == (StepCells("Köpa skor", "Bo", D(2026, 9, 10)), StepCells("Boka möte", "Ann", D(2026, 9, 20)))
    assert second.steps == (StepCells("Boka möte", "Ann"),)


def test_a_column_of_ticks_for_each_day_of_a_course(tmp_path: Path):
    opened = xlsx_sheet(
        tmp_path, "Handledarutbildning", ("Namn", "Företag", "2026-03-12", "2026-03-13", "Intyg", "Mat"),
        ("Bo Låtsasson", "A AB", "x", "x", "ja", "vegan"), ("Exempelsson, Ingrid", "B AB", "x", None, "HU-12", None),
        ("Kim L", None, "nej", "-", None, None), (None, "C AB", None, None, None, None),
        above=("Handledarutbildning", ""),
    )  # fmt: skip
    rows = read_as(opened, SheetKind.COURSES, CourseRow)
    days = (D(2026, 3, 12), D(2026, 3, 13))
    assert {row.days for row in rows[:3]} == {days}
    assert {row.course for row in rows[:3]} == {"Handledarutbildning"}
    assert [row.attended for row in rows[:3]] == [True, True, False]
    assert rows[0].attended_on == ((days[0], True), (days[1], True))
    assert rows[2].attended_on == ((days[0], False),)
    assert [row.certificate_number for row in rows[:3]] == ["", "HU-12", ""]
    assert "vegan" not in repr(rows)
    assert len(rows) == 3


def test_participants_under_rows_with_days(tmp_path: Path):
    opened = csv_sheet(
        tmp_path, "kurser", ("Förnamn", "Efternamn", "Organisation", "Deltog"),
        ("12 mars 2026 kl 9–16, Stadshuset", "", "", ""), ("Bo", "Låtsasson", "A AB", "ja"), ("Ida", "Exempel", "Kommunen", "sjuk"),
        ("14 april 2026, Folkets hus", "", "", ""), ("Per", "Fiktiv", "B AB", "x"),
    )  # fmt: skip
    draft = read_sheet(opened)
    rows = rows_of(draft, CourseRow)
    assert [(row.name, row.days, row.venue, row.attended) for row in rows] == [
        ("Bo Låtsasson", (D(2026, 3, 12),), "Stadshuset", True), ("Ida Exempel", (D(2026, 3, 12),), "Stadshuset", False),
        ("Per Fiktiv", (D(2026, 4, 14),), "Folkets hus", True),
    ]  # fmt: skip
    assert rows[0].ends_at == dt.time(16)
    assert rows[2].ends_at is None
    assert draft.left_out == ()


def test_a_course_told_by_label_and_value_above(tmp_path: Path):
    above = (
        "Kurs: Handledarutbildning",
        "Datum: 12–13 mars 2026",
        "Tid: 9.00–16.00",
        "Lokal: Stadshuset",
        "Kursledare: Tuva K",
        "",
    )
    opened = csv_sheet(tmp_path, "lista", ("Nr", "Deltagare", "Företag"), ("1", "Bo L", "A AB"), above=above)
    [row] = read_as(opened, SheetKind.COURSES, CourseRow)
    assert (row.course, row.days, row.venue, row.trainers) == (
        "Handledarutbildning", (D(2026, 3, 12), D(2026, 3, 13)), "Stadshuset", "Tuva K",
    )  # fmt: skip
    assert (row.starts_at, row.ends_at, row.attended) == (dt.time(9), dt.time(16), None)


def test_a_course_told_on_its_first_row_only(tmp_path: Path):
    opened = csv_sheet(
        tmp_path, "kurser", ("Kurs", "Datum", "Namn", "E-post", "Närvaro"),
        ("Handledarutbildning", "2026-03-12", "Bo L", "bo@a.example", "x"), ("", "", "Ann E", "fel", "kanske"),
        ("Fortsättning", "våren", "Kim F", "", ""), ("Workshop", "2026-05-05", "", "", ""),
    )  # fmt: skip
    rows = read_as(opened, SheetKind.COURSES, CourseRow)
    assert [(row.course, row.days, row.name) for row in rows] == [
        ("Handledarutbildning", (D(2026, 3, 12),), "Bo L"), ("Handledarutbildning", (D(2026, 3, 12),), "Ann E"),
        ("Fortsättning", (), "Kim F"), ("Workshop", (D(2026, 5, 5),), ""),
    ]  # fmt: skip
    errors = wrong(rows)
    assert set(errors) == {3, 4}
    assert "fel är ingen e-postadress" in errors[3]
    assert "kanske är varken ja eller nej" in errors[3]
    assert errors[4].startswith("Rad 4, kolumn Datum: datumet är skrivet i ord (våren).")


def test_a_course_without_a_day_is_told(tmp_path: Path):
    opened = csv_sheet(tmp_path, "kurser", ("Kurs", "Namn", "Närvaro"), ("Handledarutbildning", "Bo L", "x"))
    rows = read_as(opened, SheetKind.COURSES, CourseRow)
    assert "inte vilken dag kursen hölls" in wrong(rows)[2]
