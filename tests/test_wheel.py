"""What a user gets is the wheel, not the checkout: built, put in a clean environment and used from there."""

import json
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
WINDOWS = sys.platform == "win32"

pytestmark = pytest.mark.system


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The project as it is now, built."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def programs(wheel, tmp_path_factory):
    """The folder of programs of a clean environment with the wheel in it.

    The packages that the program needs are borrowed from here by a path of their own, which does not read this
    environment's ``.pth`` files, so that the checkout is out of reach.
    """
    folder = tmp_path_factory.mktemp("installed")
    venv.EnvBuilder(with_pip=False).create(folder)
    programs = folder / ("Scripts" if WINDOWS else "bin")
    python = programs / ("python.exe" if WINDOWS else "python")
    pip = [sys.executable, "-m", "pip", "--python", str(python), "--disable-pip-version-check", "--quiet"]
    install = [*pip, "install", "--no-index", "--no-deps", str(wheel)]
    done = subprocess.run(install, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = subprocess.run([python, "-c", ask], capture_output=True, text=True, check=True).stdout.strip()
    borrowed = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (Path(packages) / "borrowed.pth").write_text("\n".join(sorted(borrowed)), "utf-8")
    return programs


@pytest.fixture
def installed(programs, tmp_path, monkeypatch):
    """Run a program of the clean environment outside the checkout, and give back what it wrote."""
    monkeypatch.delenv("PYTHONPATH", raising=False)

    def run(name, *arguments):
        command = [programs / (f"{name}.exe" if WINDOWS else name), *arguments]
        done = subprocess.run(
            command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=300, encoding="utf-8"
        )
        assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
        return done.stdout

    return run


def test_the_wheel_holds_the_program_its_resources_and_its_licences(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {"socialupph/py.typed", "socialupph/app/paths.py"} <= names
    for kind in ("fonts", "icons"):
        files = {f"socialupph/resources/{kind}/{path.name}" for path in (ROOT / "resources" / kind).iterdir()}
        assert files <= names
    ends = {name.split("/", 1)[1] for name in names if ".dist-info/" in name}
    assert {"licenses/LICENSE", "licenses/THIRD-PARTY.md", "entry_points.txt"} <= ends
    assert not [name for name in names if name.endswith((".pyc", ".sup")) or name.startswith("tests")]


def test_resources_are_found_in_the_installed_program(installed, programs):
    ask = "from socialupph.app import paths; print(paths.__file__, paths.resource('icons/socialupph.svg'), sep='|')"
    module, mark = (Path(part).resolve() for part in installed("python", "-c", ask).strip().split("|"))
    home = programs.parent.resolve()
    assert module.is_relative_to(home)
    assert mark.is_relative_to(home)
    assert mark.read_bytes() == (ROOT / "resources" / "icons" / "socialupph.svg").read_bytes()


def test_the_installed_program_makes_a_sample_register_and_reads_it(installed, tmp_path):
    register = str(tmp_path / "prov.sup")
    installed("socialupph-cli", "--register", register, "demo", "--size", "small", "--as-of", "2026-09-30")
    answer = json.loads(installed("socialupph-cli", "--register", register, "list", "contracts", "--json"))
    assert len(answer["rows"]) > 3
    assert all(row["code"].startswith("K-") for row in answer["rows"])


def test_the_installed_window_can_be_imported(installed):
    assert installed("python", "-c", "import socialupph.app.main; print('ok')").strip() == "ok"
