"""Never 9: a text that nobody marked for translation, and a marked text that no catalogue could ever hold."""

import ast
import re

from tests.house.rules import Found
from tests.house.tree import Source, called, docstrings

MARKERS = {"_": 1, "N_": 1, "ngettext": 2}
ARGPARSE = {"add_argument", "add_parser", "add_subparsers", "ArgumentParser"}
"""What marks a text, and how many of its arguments are texts."""

SHOWN_IN = ("ui", "documents", "specs", "exchange", "app")
SWEDISH = re.compile(r"[åäöÅÄÖ]")
WORDS = re.compile(r"[A-ZÅÄÖ][a-zåäö]|[a-zåäö]{2,} [a-zåäö]|[åäöÅÄÖ]")
PIECE = re.compile(r"[A-Za-zåäöÅÄÖ]{2,}")
"""A piece of an f-string that is a word by itself."""

SETTERS = {
    "setText", "setPlainText", "setWindowTitle", "setToolTip", "setStatusTip", "setWhatsThis", "setPlaceholderText",
    "setTitle", "setAccessibleName", "setAccessibleDescription", "setLabelText", "setInformativeText", "setPrefix",
    "setSuffix", "addItem", "addTab", "addRow", "addMenu", "addAction", "setTabText", "setSpecialValueText",
    "QLabel", "QPushButton", "QToolButton", "QAction", "QMenu", "QGroupBox", "QCheckBox", "QRadioButton",
    "Column", "Choice", "Filter", "EmptyText", "TableSpec", "Field", "Section", "FormSpec", "Mark",
}  # fmt: skip
WORDED = {"title", "label", "help", "text", "tooltip", "placeholder", "heading", "body", "note", "word", "description"}
CONSTANT = re.compile(r"_?[A-Z][A-Z0-9_]*")


def unmarkable(source: Source) -> Found:
    """A text is looked up as it stands in the source: it must be a literal, whole and unformatted."""
    for call in source.calls():
        count = MARKERS.get(called(call), 0) if isinstance(call.func, ast.Name) else 0
        for text in call.args[:count]:
            if isinstance(text, ast.JoinedStr):
                yield call, "f-string marked for translation"
            elif not (isinstance(text, ast.Constant) and isinstance(text.value, str)):
                yield call, "marked text is not a literal"


def unmarked(source: Source) -> Found:
    """A Swedish text, or words given to something that shows them, without a mark."""
    if not source.inside(*SHOWN_IN):
        return
    notes = docstrings(source.tree)
    for node in source.walk():
        if not (isinstance(node, ast.Constant) and isinstance(node.value, str)) or node in notes:
            continue
        if _is_marked(source, node) or _is_read_from_files(source, node) or _is_argparse(source, node):
            continue
        words = PIECE if isinstance(source.parents[node], ast.JoinedStr) else WORDS
        if SWEDISH.search(node.value) or (words.search(node.value) and _is_shown(source, node)):
            yield node, f"text not marked for translation: {node.value[:40]!r}"


def _is_marked(source: Source, node: ast.AST) -> bool:
    return any(isinstance(outer, ast.Call) and called(outer) in MARKERS for outer in source.above(node))


def _is_read_from_files(source: Source, node: ast.AST) -> bool:
    """Words to look for in others' files, which nobody is shown: the name tuples of a ``TargetField``, the constants of
    modules in exchange and the private ones of specs/imports.
    """
    if isinstance(names := source.parents[node], ast.Tuple):
        field = source.parents[names]
        field = source.parents[field] if isinstance(field, ast.keyword) else field
        if isinstance(field, ast.Call) and called(field) == "TargetField":
            return True
    top = next((outer for outer in source.above(node) if isinstance(source.parents.get(outer), ast.Module)), None)
    targets = top.targets if isinstance(top, ast.Assign) else [top.target] if isinstance(top, ast.AnnAssign) else []
    constants = [target.id for target in targets if isinstance(target, ast.Name) and CONSTANT.fullmatch(target.id)]
    if source.inside("specs/imports.py"):
        return any(name.startswith("_") for name in constants)
    return source.inside("exchange") and bool(constants)


def _is_argparse(source: Source, node: ast.AST) -> bool:
    """Help of the command line's own arguments, which is English like its sub-commands."""
    call = source.parents.get(source.parents[node])
    english = isinstance(node, ast.Constant) and not SWEDISH.search(str(node.value))
    return english and source.inside("app") and isinstance(call, ast.Call) and called(call) in ARGPARSE


def _is_shown(source: Source, node: ast.AST) -> bool:
    """Whether the text is an argument, or a piece of an f-string that is one, of something that shows it."""
    outer = source.parents[node]
    while isinstance(outer, ast.JoinedStr | ast.FormattedValue | ast.BinOp | ast.IfExp | ast.Tuple | ast.List):
        node, outer = outer, source.parents[outer]
    if isinstance(outer, ast.keyword):
        return outer.arg in WORDED
    return isinstance(outer, ast.Call) and node in outer.args and called(outer) in SETTERS


TEXT_RULES = (unmarkable, unmarked)
