"""The main job from the first start, by keyboard alone: ``python -m tests.system.walk FOLDER --phase first``, then ``--phase again``.

What the window showed on the way is written to ``FOLDER/<phase>.json`` for the test to look at. ``--phase look`` only opens the
sample and reads the sidebar as a screen reader does.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from socialupph.app import main
from tests.system import sights
from tests.system.keyboard import Keyboard, close_window, dialog, name, popup_open

LIST: Final = Path(__file__).resolve().parents[1] / "data" / "lists" / "avtalsdatabas_uttag.xlsx"
TODAY: Final = "2026-09-22"
MUNICIPALITY: Final = "Ängelby kommun"
NUMBER: Final = "2025-103"
CONTRACT: Final = "Gatu- och anläggningsarbeten"
SUPPLIER: Final = "Åkerö Städ & Service AB"
OPENING: Final = "Gräsklippare på väg"
CANDIDATE: Final = "Łukasz Žižek"
TOLD: Final = "Har körkort och kan börja i augusti."
SUMMARY: Final = "Trivs, vill ha fler timmar till våren."
COURSE: Final = "Handledarskap på höjden"
SIGN_UPS: Final = (
    ("Zoë Żuraw", "2026-09-19 10:30"),
    ("Åsa Öberg", "2026-09-21 14:05"),
    ("Nguyễn Ærø", "2026-09-18 08.15"),
)
WINNER: Final = "Åsa Öberg"
"""The one whose organisation has a contract: such go first, the others in the order they came."""
PDF, WORKBOOK = "anmälningslista.pdf", "uppföljningar.xlsx"


def first(walk: Keyboard, folder: Path) -> None:
    """From the first start to the two files."""
    new_register(walk)
    import_list(walk)
    add_requirement(walk)
    add_opening(walk)
    add_candidate(walk)
    match_to_yes(walk)
    register_follow_up(walk)
    read_ledger(walk, "ledger")
    add_session(walk)
    sign_up_three(walk)
    print_sign_ups(walk, folder / PDF)
    export_follow_ups(walk, folder / WORKBOOK)


def look(walk: Keyboard, folder: Path) -> None:
    """The sample, and what its sidebar is called."""
    del folder
    walk.until(lambda: sights.title() == "Idag", "exempelregistret")
    walk.until(lambda: any("väntar" in name for _role, name in sights.sidebar()), "talen i sidofältet")
    walk.keep("sidebar", sights.sidebar)


def again(walk: Keyboard, folder: Path) -> None:
    """Started once more: where one left, and everything there."""
    del folder
    walk.until(sights.has_rows, "listan där man slutade")
    walk.keep("area", sights.title)
    walk.keep("window", sights.window_title)
    for key, area, title in (
        ("contracts", "Ctrl+2", "Kontrakt"),
        ("candidates", "Ctrl+4", "Kandidater"),
        ("placements", "Ctrl+6", "Placeringar"),
        ("sessions", "Ctrl+7", "Handledarutbildning"),
        ("follow_ups", "Ctrl+8", "Uppföljningar"),
    ):
        go(walk, area, title)
        walk.until(sights.has_rows, f"rader i {title}")
        walk.keep(key, sights.rows)
    go(walk, "Ctrl+7", "Handledarutbildning")
    walk.key("Return")
    walk.until(lambda: sights.title() != "Handledarutbildning", "kurstillfället")
    walk.keep("session", sights.texts)
    read_ledger(walk, "ledger")


# ---- the parts of the walk


def new_register(walk: Keyboard) -> None:
    """The first start asks what to do; a new exercise register is made."""
    walk.at("Prova")
    walk.keep("start", sights.texts)
    walk.tab_to("Skapa")
    walk.key("Return")
    walk.until(lambda: dialog() == "Nytt övningsregister", "frågan om kommunen")
    walk.at("Kommunens namn")
    walk.text(MUNICIPALITY)
    walk.key("Ctrl+S")
    walk.until(lambda: sights.title() == "Idag", "det nya registret")
    walk.keep("window", sights.window_title)


def import_list(walk: Keyboard) -> None:
    """The list that the municipality has today."""
    go(walk, "Ctrl+2", "Kontrakt")
    walk.tab_to("Läs in kontraktslista")
    walk.key("Return")
    walk.until(lambda: sights.title() == "Läs in kontraktslista", "sidan för inläsning")
    walk.key("Ctrl+O")
    name_file(walk, LIST)
    walk.until(sights.can_import, "listan är läst")
    walk.keep("import", sights.texts)
    walk.key("Ctrl+S")
    walk.until(lambda: sights.title() == "Kontrakt" and sights.has_rows(), "kontrakten är inlästa")
    walk.keep("imported", sights.toast)
    walk.keep("contracts", sights.rows)


def add_requirement(walk: Keyboard) -> None:
    """Open a running contract and say what it asks for: four places of at least four months."""
    open_contract(walk)
    walk.keep("contract", sights.texts)
    walk.key("Ctrl+N")
    walk.until(lambda: sights.title().startswith("Nytt krav"), "formuläret för kravet")
    walk.choose("Slag", "Anst", "Anställning")
    walk.choose("Räknas i", "Pla", "Platser")
    walk.fill("Hur många", "4")
    walk.fill("Minsta tid för varje plats", "4")
    save(walk, "Kravet är sparat.")
    walk.until(lambda: sights.title() == CONTRACT, "kontraktet")
    walk.keep("requirement", sights.texts)


def add_opening(walk: Keyboard) -> None:
    """An opening under the requirement; *Nytt* is reached from anywhere."""
    palette(walk, "Ny plats")
    walk.until(lambda: sights.title() == "Ny plats", "formuläret för platsen")
    walk.at("Krav")
    walk.look_up("Krav", "", "K-")
    walk.fill("Plats", OPENING)
    walk.choose("Slag", "Anst", "Anställning")
    walk.fill("Från", "2026-08-24")
    walk.fill("Till", "2027-02-28")
    save(walk, "Platsen är sparad.")


def add_candidate(walk: Keyboard) -> None:
    """Somebody whose name needs more letters than most."""
    go(walk, "Ctrl+4", "Kandidater")
    walk.key("Ctrl+N")
    walk.until(lambda: sights.title() == "Ny kandidat", "formuläret för kandidaten")
    walk.at("Namn")
    walk.text(CANDIDATE)
    save(walk, "Kandidaten är sparad.")
    walk.until(sights.has_rows, "kandidaten i listan")
    walk.keep("candidates", sights.rows)


def match_to_yes(walk: Keyboard) -> None:
    """Suggested, and step by step to a yes, which makes the placement."""
    go(walk, "Ctrl+5", "Platser & matchning")
    walk.key("Ctrl+N")
    walk.until(lambda: sights.title() == "Föreslå kandidat", "formuläret för förslaget")
    walk.look_up("Kandidat", "", "KA-")
    walk.look_up("Plats", OPENING[:5], "PL-")
    walk.fill("Dag", "2026-08-03")
    save(walk, "Kandidaten är föreslagen.")
    for step, day in (
        ("Kontaktad", "2026-08-04"),
        ("Presenterad", "2026-08-06"),
        ("Intervju", "2026-08-11"),
        ("Erbjuden", "2026-08-13"),
    ):
        next_step(walk, step, day)
    walk.key("Ctrl+Right")
    walk.until(lambda: "tackade ja" in sights.title(), "formuläret för placeringen")
    walk.choose("Form", "Nys", "Nystartsjobb")
    walk.fill("Börjar", "2026-08-24")
    walk.fill("Planerat slut", "2027-02-28")
    walk.fill("Tackade ja den", "2026-08-14")
    save(walk, "Placeringen är gjord och uppföljningarna är planerade.")
    walk.keep("board", sights.texts)


def next_step(walk: Keyboard, step: str, day: str) -> None:
    """The chosen card one step on."""
    walk.key("Ctrl+Right")
    walk.until(lambda: dialog() == "Nästa steg", f"frågan om steget {step}")
    walk.at("Steg")
    walk.until(lambda: sights.chosen() == step, f"steget {step} är föreslaget")
    walk.fill("Dag", day)
    if step == "Presenterad":
        walk.fill("Sagt till arbetsgivaren", TOLD)
    save(walk, "Matchningen har kommit längre.")


def register_follow_up(walk: Keyboard) -> None:
    """The first follow-up of the placement, all eighteen answers."""
    go(walk, "Ctrl+6", "Placeringar")
    walk.until(sights.has_rows, "placeringen i listan")
    walk.keep("placements", sights.rows)
    walk.key("Ctrl+R")
    walk.until(lambda: sights.title().startswith("Uppföljning"), "uppföljningen")
    for number in range(18):
        walk.until(sights.at_scale, f"svar {number + 1}")
        walk.text(str(3 + number % 3) if number != 7 else "0")
        if number == 2:
            walk.key("Return")
            walk.text("Vill lära sig mer om växter")
            walk.key("Return")
        else:
            walk.key("Tab")
    walk.fill("Sammanfattning", SUMMARY)
    walk.keep("follow_up", sights.texts)
    save(walk, "Uppföljningen är sparad.")


def read_ledger(walk: Keyboard, key: str) -> None:
    """The contract's own account of what has been delivered; from its line one gets to the placement."""
    open_contract(walk)
    walk.keep(key, sights.ledger)
    walk.tab_to("Placeringar som räknas")
    walk.key("Return")
    walk.until(lambda: sights.title().startswith("P-"), "placeringen bakom raden")
    walk.keep(f"{key}.placement", sights.texts)


def add_session(walk: Keyboard) -> None:
    """A session of a course that is made on the spot."""
    go(walk, "Ctrl+7", "Handledarutbildning")
    walk.key("Ctrl+N")
    walk.until(lambda: sights.title() == "Nytt kurstillfälle", "formuläret för tillfället")
    walk.look_up("Kurs", COURSE, "Skapa")
    walk.until(lambda: dialog() == "Kurs", "frågan om kursen")
    walk.key("Ctrl+S")
    walk.until(lambda: not dialog() and walk.is_free(), "kursen är sparad")
    walk.fill("Dag 1", "2026-10-14")
    walk.fill("Klockan", "8.30-16")
    walk.fill("Plats", "Ångloket, Ängsvägen 3")
    save(walk, "Tillfället är sparat.")
    walk.until(sights.has_rows, "tillfället i listan")
    walk.key("Return")
    walk.until(lambda: sights.title() != "Handledarutbildning", "tillfället")


def sign_up_three(walk: Keyboard) -> None:
    """Three people, written in another order than they came in."""
    for person, moment in SIGN_UPS:
        walk.key("Ctrl+N")
        walk.until(lambda: sights.title() == "Ny anmälan", "formuläret för anmälan")
        walk.at("Namn")
        walk.text(person)
        if person == WINNER:
            walk.look_up("Leverantör", "Åkerö", SUPPLIER)
        walk.fill("Kom in", moment)
        save(walk, "")
        walk.until(lambda: sights.title() not in ("Ny anmälan", ""), "tillfället")
    walk.keep("session", sights.texts)


def print_sign_ups(walk: Keyboard, path: Path) -> None:
    """Ctrl+P shows the list as paper; from there it goes to a printer, or is saved as it would be printed."""
    walk.key("Ctrl+P")
    walk.at("Förhandsvisning")
    walk.keep("preview", sights.texts)
    walk.key("Ctrl+P")
    walk.until(lambda: bool(dialog()), "dialogen för skrivare")
    walk.key("Escape")
    walk.until(lambda: not dialog() and walk.is_free(), "dialogen för skrivare är stängd")
    walk.key("Ctrl+S")
    name_file(walk, path)
    walk.until(path.exists, "den sparade listan")
    walk.key("Escape")
    walk.until(lambda: name() != "Förhandsvisning", "tillfället igen")


def export_follow_ups(walk: Keyboard, path: Path) -> None:
    """All follow-ups as a workbook."""
    go(walk, "Ctrl+8", "Uppföljningar")
    walk.until(sights.has_rows, "uppföljningarna")
    walk.keep("follow_ups", sights.rows)
    walk.key("Ctrl+E")
    name_file(walk, path)
    walk.until(lambda: sights.toast() == f"{path.name} är sparad.", "filen är sparad")


# ---- what comes again and again


def go(walk: Keyboard, shortcut: str, title: str) -> None:
    """To an area by its key."""
    walk.key(shortcut)
    walk.until(lambda: sights.title() == title, f"sidan {title}")


def open_contract(walk: Keyboard) -> None:
    """Find the contract by its number and open it."""
    go(walk, "Ctrl+2", "Kontrakt")
    walk.key("Ctrl+F")
    walk.at("Filtrera")
    walk.over(NUMBER)
    walk.until(lambda: len(sights.rows()) == 1, "ett enda kontrakt")
    walk.key("Down")
    walk.at("Kontrakt")
    walk.key("Return")
    walk.until(lambda: sights.title() == CONTRACT, "kontraktet")


def palette(walk: Keyboard, text: str) -> None:
    """Find a command by its words and carry it out."""
    walk.key("Ctrl+K")
    walk.at("Sök eller gå till")
    walk.text(text)
    walk.key("Return")


def save(walk: Keyboard, told: str) -> None:
    """Ctrl+S, and what the window says of it."""
    walk.key("Ctrl+S")
    walk.until(lambda: not dialog() and walk.is_free() and told in sights.toast(), f"beskedet {told}")


def name_file(walk: Keyboard, path: Path) -> None:
    """Type a path in the dialog for files."""
    walk.until(lambda: bool(dialog()), "dialogen för filer")
    walk.over(str(path))
    walk.key("Return")
    walk.until(lambda: not dialog() and not popup_open() and walk.is_free(), "dialogen för filer är stängd")


PHASES: Final = {
    "first": (first, ["--as-of", TODAY, "--theme", "light"]),
    "again": (again, ["--as-of", TODAY, "--theme", "dark"]),
    "look": (look, ["--as-of", TODAY, "--demo"]),
}


def run() -> int:
    """Start the program and walk through it; gives its exit code."""
    options = argparse.ArgumentParser()
    options.add_argument("folder", type=Path)
    options.add_argument("--phase", choices=tuple(PHASES), required=True)
    chosen = options.parse_args()
    folder = Path(chosen.folder)
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    app = QApplication(sys.argv[:1])  # before the program makes its own, so that the first step is waited for
    walk = Keyboard(folder)
    steps, arguments = PHASES[chosen.phase]
    steps(walk, folder)

    def done() -> None:
        text = json.dumps(walk.seen, ensure_ascii=False, indent=1)
        (folder / f"{chosen.phase}.json").write_text(text, "utf-8")
        close_window()

    walk.start(done)
    code = main.main(arguments)
    del app
    return code


if __name__ == "__main__":
    sys.exit(run())
