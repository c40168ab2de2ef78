"""The sources keep every house rule, and every rule is shown to bite."""

import pytest

from tests.house.rules import RULES, SAFE_OPTIONS, TABLES, problems
from tests.house.texts import TEXT_RULES
from tests.house.tree import ROOT, SRC, Source, sources

ALL_RULES = (*RULES, *TEXT_RULES)
SAFE = ", ".join(f"'{option}': False" for option in SAFE_OPTIONS)


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.__name__)
def test_sources_keep_the_rule(rule):
    assert [problem for source in sources() for problem in problems(source, (rule,))] == []


def test_there_are_sources():
    assert len(sources()) > 20


def test_tools_are_of_readable_size():
    paths = [ROOT / "dev.py", *(ROOT / "benchmarks").rglob("*.py"), *(ROOT / "tools").rglob("*.py")]
    size = next(rule for rule in RULES if rule.__name__ == "too_large")
    assert [
        problem for path in paths for problem in problems(Source(path.name, path.read_text("utf-8")), (size,))
    ] == []


def test_named_tables_exist():
    assert [name for name in TABLES if not (SRC / name).is_file()] == []


UI = "ui/features/contracts/page.py"
BAD = [
    (UI, "import numpy", "package not of this room: numpy"),
    ("domain/contracts.py", "from babel import Locale", "package not of this room: babel"),
    ("services/contracts.py", "import sqlalchemy.orm", "package not of this room: sqlalchemy"),
    (UI, "b.clicked.connect(lambda: self.save())", "lambda connected"),
    (UI, "b.clicked.connect(functools.partial(self.open, 1))", "lambda connected"),
    (UI, "b.clicked.connect(partial(self.open, 1))", "lambda connected"),
    (UI, "def f(self):\n    go = lambda: self.save()\n    b.clicked.connect(go)", "lambda connected"),
    (UI, "def f(self):\n    def go(): self.save()\n    b.clicked.connect(go)", "lambda connected"),
    (UI, "QAction(text, self, triggered=lambda: self.save())", "lambda connected"),
    (UI, "menu.addAction(text, lambda: self.save())", "lambda connected"),
    (UI, "dialog.exec()", "exec() outside"),
    (UI, "menu.exec_(place)", "exec() outside"),
    (UI, "app.processEvents()", "processEvents() outside"),
    ("app/main.py", "app.processEvents()", "processEvents() outside"),
    (UI, "QMessageBox.warning(self, a, b)", "static dialog"),
    (UI, "QFileDialog.getOpenFileName(self)", "static dialog"),
    (UI, "loop = QEventLoop()", "event loop"),
    (UI, "class P(QSortFilterProxyModel): ...", "proxy model"),
    (UI, "m = QtCore.QIdentityProxyModel(self)", "proxy model"),
    (UI, "h.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)", "ResizeToContents"),
    (UI, "table.resizeColumnsToContents()", "resizeColumnsToContents"),
    (UI, "table.setIndexWidget(i, QPushButton())", "widget per row"),
    (UI, "table.setCellWidget(0, 0, w)", "widget per row"),
    (UI, "d = dt.date.today()", "reads the clock"),
    (UI, "d = QDate.currentDate()", "reads the clock"),
    ("services/today.py", "m = datetime.now(tz=UTC)", "reads the clock"),
    ("persistence/records/base.py", "opened(default=dt.datetime.utcnow)", "reads the clock"),
    ("persistence/records/base.py", "opened(server_default=func.now())", "reads the clock"),
    ("persistence/history.py", "text('select current_timestamp')", "reads the clock"),
    ("domain/deadlines.py", "from time import time", "reads the clock"),
    ("domain/deadlines.py", "import time\nx = time.time()", "reads the clock"),
    (UI, "try:\n    x()\nexcept ValueError:\n    pass", "error swallowed"),
    (UI, "try:\n    x()\nexcept ValueError:\n    'why'", "error swallowed"),
    (UI, "with contextlib.suppress(ValueError):\n    x()", "error swallowed"),
    (UI, "try:\n    x()\nexcept Exception:\n    log()", "broad except"),
    (UI, "try:\n    x()\nexcept (OSError, BaseException):\n    log()", "broad except"),
    (UI, "try:\n    x()\nexcept:\n    log()", "broad except"),
    ("app/cli/main.py", "print('x')", "print"),
    ("services/contracts.py", "sys.stderr.write('x')", "writes to the terminal"),
    (UI, "x = 1\n" * 401, "file of 401 lines"),
    (UI, "def f():\n" + "    x = 1\n" * 50, "function f of 51 lines"),
    (UI, "class A:\n" + "".join(f"    def m{n}(self): ...\n" for n in range(26)), "class A of 26 methods"),
    (
        "services/contracts.py",
        "from socialupph.persistence.records import Contract\nclass S:\n    def get(self) -> list[Contract]: ...",
        "get hands out Contract",
    ),
    (
        "services/contracts.py",
        "from socialupph.persistence.records import Contract\nclass S:\n    def get(self) -> 'Contract | None': ...",
        "get hands out Contract",
    ),
    ("services/contracts.py", "class S:\n    def session(self) -> Session: ...", "session hands out Session"),
    ("documents/blocks.py", "from reportlab.platypus import Table", "reportlab markup"),
    ("documents/blocks.py", "from reportlab import platypus", "reportlab markup"),
    ("documents/blocks.py", "Paragraph(name, style)", "reportlab markup"),
    ("exchange/xlsx_out.py", "import xlsxwriter\nsheet.write(0, 0, name)", "write may write a formula"),
    ("exchange/xlsx_out.py", "import xlsxwriter\nsheet.write_formula(0, 0, name)", "write_formula may write"),
    ("exchange/xlsx_out.py", "import xlsxwriter\nxlsxwriter.Workbook(path)", "without strings_to_formulas off"),
    (
        "exchange/xlsx_out.py",
        "from xlsxwriter import Workbook\nWorkbook(p, {'strings_to_formulas': True})",
        "without strings_to_f",
    ),
    (UI, "x = 1", "no docstring"),
    (UI, "_(f'Sparade {n}')", "f-string marked"),
    (UI, "ngettext('en', f'{n} st', n)", "f-string marked"),
    (UI, "_(text)", "marked text is not a literal"),
    (UI, "N_('a' + b)", "marked text is not a literal"),
    (UI, "title = 'Idag är det tomt'", "not marked"),
    (UI, "label.setText('Spara')", "not marked"),
    (UI, "label.setText(f'{n} av {m} platser')", "not marked"),
    (UI, "button = QPushButton('Spara')", "not marked"),
    (UI, "label.setText('Spara' if x else y)", "not marked"),
    ("specs/contracts.py", "Column('code', 'Kod', code)", "not marked"),
    ("specs/contracts.py", "Column('code', title='Kod', value=code)", "not marked"),
    ("documents/sign_up_list.py", "draw('Närvaro')", "not marked"),
    ("exchange/lists.py", "def f():\n    raise FileProblem('Ingen läsbar fil')", "not marked"),
    (
        "specs/imports.py",
        "TargetField('number', 'Avtalsnummer på kontraktet', Content.NUMBER, ('löpnr',))",
        "not marked",
    ),
    ("specs/imports.py", "TITLES = ('Leverantör',)", "not marked"),
    ("app/cli/main.py", "parser.add_argument('--json', help='Skriv på skärmen')", "not marked"),
]
GOOD = [
    ("services/tasks.py", "sheet.write(0)"),
    (UI, "b.clicked.connect(self.save)"),
    (UI, "QTimer.singleShot(0, self.save)"),
    (UI, "rows.sort(key=lambda row: row.code)"),
    (UI, "day = self._clock.today()"),
    (UI, "label.setText(_('Spara'))"),
    (UI, "label.setText(ngettext('{n} plats', '{n} platser', n).format(n=n))"),
    (UI, "b.setIcon(icon('calendar_today'))"),
    (UI, "label.setObjectName('sidePanel')"),
    ("specs/contracts.py", "Column('code', N_('Kod'), code)"),
    ("specs/imports.py", "TargetField('number', N_('Avtalsnummer'), Content.NUMBER, ('löpnr',), hints=('ärende',))"),
    ("specs/imports.py", "_COMPANIES = ('leverantör', 'entreprenör')"),
    ("documents/paper.py", "Press(setting).print(job)"),
    (UI, "try:\n    x()\nexcept BaseException:\n    tidy()\n    raise"),
    ("ui/kit/dialogs.py", "QMessageBox.warning(self, a, b)\ndialog.exec()"),
    ("ui/kit/tasks.py", "try:\n    x()\nexcept Exception as error:\n    report(error)"),
    ("app/main.py", "app.exec()\nm = datetime.now(tz=UTC)\nsys.stdout.write(text)"),
    ("exchange/headings.py", "HEADINGS = {'leverantör': 'supplier'}"),
    (
        "exchange/xlsx_out.py",
        f"import xlsxwriter\nbook = xlsxwriter.Workbook(path, {{{SAFE}}})\nsheet.write_string(0, 0, name)",
    ),
    (
        "services/contracts.py",
        "from socialupph.persistence.records import Row\nclass S:\n    def _a(self) -> Row: ...",
    ),
    ("persistence/migrations/versions/r0001.py", "x = 1\n" * 500),
]


@pytest.mark.parametrize(("where", "text", "what"), BAD, ids=[f"{what}-{n}" for n, (_w, _t, what) in enumerate(BAD)])
def test_a_rule_bites(where, text, what):
    found = problems(Source(where, text), ALL_RULES)
    assert any(what in problem for problem in found), found


@pytest.mark.parametrize(("where", "text"), GOOD)
def test_what_is_right_passes(where, text):
    assert problems(Source(where, f'"""What it is for."""\n{text}\n'), ALL_RULES) == []


def test_every_rule_has_something_that_it_bites():
    bitten = {rule for where, text, _what in BAD for rule in ALL_RULES if problems(Source(where, text), (rule,))}
    assert bitten == set(ALL_RULES)
