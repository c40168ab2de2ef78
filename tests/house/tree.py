"""The sources as trees, and small questions about them that several house rules ask."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src" / "socialupph"
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True)
class Source:
    """One module: ``where`` is its path below ``src/socialupph``, such as ``ui/kit/dialogs.py``."""

    where: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @cached_property
    def parents(self) -> dict[ast.AST, ast.AST]:
        return {child: node for node in ast.walk(self.tree) for child in ast.iter_child_nodes(node)}

    def inside(self, *folders: str) -> bool:
        """Whether the module is in one of the folders, or is one of the files."""
        return any(self.where == folder or self.where.startswith(folder.rstrip("/") + "/") for folder in folders)

    def walk(self) -> Iterator[ast.AST]:
        return ast.walk(self.tree)

    def calls(self) -> Iterator[ast.Call]:
        return (node for node in self.walk() if isinstance(node, ast.Call))

    def above(self, node: ast.AST) -> Iterator[ast.AST]:
        """What ``node`` stands in, from the nearest outwards."""
        while (found := self.parents.get(node)) is not None:
            yield found
            node = found


def called(call: ast.Call) -> str:
    """The last name of what is called: ``connect`` for ``button.clicked.connect(…)``."""
    return last_name(call.func)


def last_name(node: ast.AST) -> str:
    """The last part of a dotted name, empty when it is none."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(attr=name):
            return name
        case _:
            return ""


def docstrings(tree: ast.Module) -> set[ast.AST]:
    """The constants that are documentation: of modules, classes, functions, and bare strings under attributes."""
    return {
        node.value for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


@cache
def sources(folder: Path = SRC) -> list[Source]:
    """Every module of the program."""
    return [
        Source(path.relative_to(folder).as_posix(), path.read_text("utf-8")) for path in sorted(folder.rglob("*.py"))
    ]
