"""The nevers of docs/architecture.md that an import linter cannot see, each a function from a source to problems."""

import ast
import re
import sys
from collections.abc import Callable, Iterator

from tests.house.tree import FUNCTIONS, Source, called, docstrings, last_name

MAX_FILE, MAX_FUNCTION, MAX_METHODS = 400, 50, 25
TABLES: frozenset[str] = frozenset()
"""Modules that are tables of reference data, named here one by one; they may be long."""

Found = Iterator[tuple[ast.AST | None, str]]
DIALOGS = "ui/kit/dialogs.py"
MAY_CATCH_ALL = ("ui/kit/tasks.py", "ui/kit/commands.py", "app/crash.py")
THIRD_PARTY = {
    "i18n": {"babel"},
    "domain": set[str](),
    "persistence": {"sqlalchemy", "alembic", "sqlcipher3"},
    "services": set[str](),
    "specs": set[str](),
    "exchange": {"xlsxwriter", "python_calamine", "defusedxml"},
    "documents": {"reportlab", "pypdfium2"},
    "ui": {"PySide6", "shiboken6", "pypdfium2"},
    "app": {"PySide6", "platformdirs"},
}


def allowed_packages(source: Source) -> Found:
    """Each room uses the third-party packages it is there to wrap, and no other."""
    allowed = THIRD_PARTY.get(source.where.split("/", 1)[0], set())
    for node in source.walk():
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
        for name in {name.split(".")[0] for name in names} - sys.stdlib_module_names - allowed - {"socialupph"}:
            yield node, f"package not of this room: {name}"


# ---------------------------------------------------------------- 4 connected lambdas

CONNECTORS = {"connect", "addAction", "QShortcut", "QAction", "connect_once"}
HANDLER_WORDS = {"triggered", "clicked", "activated", "toggled", "pressed", "released", "accepted", "rejected"}


def _keeps_alive(node: ast.AST, local: set[str]) -> bool:
    if isinstance(node, ast.Lambda):
        return True
    if isinstance(node, ast.Call) and called(node) in {"partial", "partialmethod"}:
        return True
    return isinstance(node, ast.Name) and node.id in local


def _names_self(node: ast.AST) -> bool:
    return any(isinstance(part, ast.Name) and part.id == "self" for part in ast.walk(node))


def _local_handlers(function: ast.AST) -> set[str]:
    """Names in ``function`` that stand for a lambda, a partial or an inner function over ``self``."""
    names: set[str] = set()
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and _keeps_alive(node.value, set()):
            names.update(target.id for target in node.targets if isinstance(target, ast.Name))
        if isinstance(node, FUNCTIONS) and node is not function and _names_self(node):
            names.add(node.name)
    return names


def connected_lambda(source: Source) -> Found:
    """4: a lambda, a partial or an inner function over self that is connected to a signal keeps the widget for ever."""
    for call in source.calls():
        given = [*call.args] if called(call) in CONNECTORS else []
        given += [word.value for word in call.keywords if word.arg in HANDLER_WORDS]
        if not given:
            continue
        owner = next((node for node in source.above(call) if isinstance(node, FUNCTIONS)), None)
        local = _local_handlers(owner) if owner else set[str]()
        if any(_keeps_alive(value, local) for value in given):
            yield call, "lambda connected to a signal"


# ---------------------------------------------------------------- 5 modal loops

STATIC_DIALOGS = {"QMessageBox", "QFileDialog", "QInputDialog", "QColorDialog", "QFontDialog", "QErrorMessage"}


def modal_loop(source: Source) -> Found:
    """5: exec(), static dialogs and processEvents() have one home, ui/kit/dialogs.py; app starts the application."""
    if source.where == DIALOGS:
        return
    for call in source.calls():
        name = called(call)
        if name == "processEvents":
            yield call, "processEvents() outside its one home"
        if name in {"exec", "exec_"} and not source.inside("app"):
            yield call, "exec() outside its one home"
        if name == "QEventLoop":
            yield call, "event loop of its own"
        if isinstance(call.func, ast.Attribute) and last_name(call.func.value) in STATIC_DIALOGS:
            yield call, "static dialog outside its one home"


# ---------------------------------------------------------------- 6 slow tables

ROW_WIDGETS = {"setIndexWidget", "setCellWidget", "setItemWidget", "openPersistentEditor"}
SLOW_WIDTHS = {"ResizeToContents", "resizeColumnsToContents", "resizeRowsToContents", "resizeColumnToContents"}


def slow_table(source: Source) -> Found:
    """6: no proxy model, no column that measures every row, no widget per row."""
    for node in source.walk():
        if not isinstance(node, ast.Name | ast.Attribute):
            continue
        name = last_name(node)
        if re.fullmatch(r"Q\w*ProxyModel", name):
            yield node, "proxy model"
        if name in SLOW_WIDTHS:
            yield node, f"{name} measures every row"
        if name in ROW_WIDGETS:
            yield node, f"widget per row: {name}"


# ---------------------------------------------------------------- 7 the clock

CLOCKS = {
    "date": {"today"},
    "datetime": {"today", "now", "utcnow"},
    "time": {"time", "time_ns", "localtime", "gmtime", "ctime", "strftime"},
    "func": {"now", "current_timestamp", "current_date", "localtimestamp"},
    "QDate": {"currentDate"},
    "QTime": {"currentTime"},
    "QDateTime": {"currentDateTime", "currentDateTimeUtc", "currentSecsSinceEpoch", "currentMSecsSinceEpoch"},
}
SQL_CLOCK = re.compile(
    r"\bcurrent_(timestamp|date|time)\b|\b(date|time|datetime|julianday|strftime)\([^)]*'now'", re.IGNORECASE
)


def reads_clock(source: Source) -> Found:
    """7: nobody below app reads the clock; a Clock is passed in."""
    if source.inside("app"):
        return
    notes = docstrings(source.tree)
    for node in source.walk():
        if isinstance(node, ast.Attribute) and node.attr in CLOCKS.get(last_name(node.value), ()):
            yield node, f"reads the clock: {last_name(node.value)}.{node.attr}"
        if isinstance(node, ast.ImportFrom) and node.module == "time":
            for alias in node.names:
                if alias.name in CLOCKS["time"]:
                    yield node, f"reads the clock: time.{alias.name}"
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and node not in notes
            and SQL_CLOCK.search(node.value)
        ):
            yield node, "reads the clock: in SQL"


# ---------------------------------------------------------------- 8 errors and output


def _is_nothing(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Pass) or (
        isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    )


def _is_broad(kind: ast.expr | None) -> bool:
    if isinstance(kind, ast.Tuple):
        return any(_is_broad(part) for part in kind.elts)
    return kind is None or last_name(kind) in {"Exception", "BaseException"}


def _passes_on(handler: ast.ExceptHandler) -> bool:
    """Whether the handler only tidies up: it ends by raising what it was given."""
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def lost_error(source: Source) -> Found:
    """8: no error is swallowed, and everything is caught in three named places only."""
    for node in source.walk():
        if isinstance(node, ast.ExceptHandler):
            if all(_is_nothing(statement) for statement in node.body):
                yield node, "error swallowed"
            if _is_broad(node.type) and not _passes_on(node) and source.where not in MAY_CATCH_ALL:
                yield node, "broad except"
        if isinstance(node, ast.Call) and called(node) == "suppress":
            yield node, "error swallowed"


TERMINAL = {"sys.stdout", "sys.stderr", "sys.__stdout__", "sys.__stderr__"}


def own_output(source: Source) -> Found:
    """8: only app writes to the terminal, and never by print."""
    for node in source.walk():
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"print", "pprint"}:
            yield node, "print"
        if isinstance(node, ast.Attribute) and ast.unparse(node) in TERMINAL and not source.inside("app"):
            yield node, "writes to the terminal"


# ---------------------------------------------------------------- 10 sizes


def too_large(source: Source) -> Found:
    """10: a file, a function and a class that can be read at once."""
    if source.inside("persistence/migrations/versions") or source.where in TABLES:
        return
    lines = source.text.count("\n")
    if lines > MAX_FILE:
        yield None, f"file of {lines} lines, more than {MAX_FILE}"
    for node in source.walk():
        if (
            isinstance(node, FUNCTIONS)
            and (length := (node.end_lineno or node.lineno) - node.lineno + 1) > MAX_FUNCTION
        ):
            yield node, f"function {node.name} of {length} lines, more than {MAX_FUNCTION}"
        if (
            isinstance(node, ast.ClassDef)
            and (count := sum(isinstance(part, FUNCTIONS) for part in node.body)) > MAX_METHODS
        ):
            yield node, f"class {node.name} of {count} methods, more than {MAX_METHODS}"


# ---------------------------------------------------------------- 11 records stay in services


def _storage_names(source: Source) -> set[str]:
    names: set[str] = set()
    for node in source.walk():
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(
            ("socialupph.persistence", "sqlalchemy")
        ):
            names.update(alias.asname or alias.name for alias in node.names)
    return names


def leaked_record(source: Source) -> Found:
    """11: what a service returns is made of views, never of records, rows or sessions."""
    if not re.fullmatch(r"services/(\w+|\w+/__init__)\.py", source.where):  # what a package keeps inside is its own
        return
    storage = _storage_names(source) | {"Session", "Connection", "Engine", "RowMapping", "ScalarResult"}
    for node in source.walk():
        if not isinstance(node, FUNCTIONS) or node.name.startswith("_") or node.returns is None:
            continue
        inner = any(isinstance(outer, FUNCTIONS) for outer in source.above(node))
        returns = _without_quotes(node.returns)
        leaked = {part.id for part in ast.walk(returns) if isinstance(part, ast.Name)} & storage
        if leaked and not inner:
            yield node, f"{node.name} hands out {', '.join(sorted(leaked))}"


def _without_quotes(node: ast.expr) -> ast.AST:
    return ast.parse(node.value) if isinstance(node, ast.Constant) and isinstance(node.value, str) else node


# ---------------------------------------------------------------- 13 markup, 14 formulas

FORMULA_WRITERS = {
    "write", "write_row", "write_column", "write_formula", "write_array_formula", "write_dynamic_array_formula",
    "write_rich_string", "write_url", "define_name", "add_table",
}  # fmt: skip
SAFE_OPTIONS = ("strings_to_formulas", "strings_to_urls", "strings_to_numbers")


def paper_markup(source: Source) -> Found:
    """13: reportlab's little markup language never sees text, so nobody's name can be markup."""
    for node in source.walk():
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import | ast.ImportFrom) else []
        module = node.module or "" if isinstance(node, ast.ImportFrom) else ""
        if any(name.startswith(("reportlab.platypus", "reportlab.lib.styles")) for name in [module, *names]):
            yield node, "reportlab markup"
        if module == "reportlab" and "platypus" in names:
            yield node, "reportlab markup"
        if isinstance(node, ast.Call) and called(node) in {"Paragraph", "XPreformatted", "ParaParser"}:
            yield node, "reportlab markup"


def written_formula(source: Source) -> Found:
    """14: every cell is written with its type, so that text from the register can never become a formula."""
    if not re.search(r"^\s*(import|from) xlsxwriter", source.text, re.MULTILINE):
        return
    for call in source.calls():
        if isinstance(call.func, ast.Attribute) and called(call) in FORMULA_WRITERS:
            yield call, f"{called(call)} may write a formula"
        if called(call) == "Workbook":
            given = ast.unparse(call)
            for option in SAFE_OPTIONS:
                if f"'{option}': False" not in given:
                    yield call, f"workbook without {option} off"


def undocumented(source: Source) -> Found:
    """Every module says what it is for."""
    if not ast.get_docstring(source.tree):
        yield None, "no docstring"


RULES: tuple[Callable[[Source], Found], ...] = (
    allowed_packages,
    connected_lambda,
    modal_loop,
    slow_table,
    reads_clock,
    lost_error,
    own_output,
    too_large,
    leaked_record,
    paper_markup,
    written_formula,
    undocumented,
)


def problems(source: Source, rules: tuple[Callable[[Source], Found], ...] = RULES) -> list[str]:
    """What is wrong with ``source``, each with its place."""
    return [f"{source.where}:{getattr(node, 'lineno', 1)}: {what}" for rule in rules for node, what in rule(source)]
