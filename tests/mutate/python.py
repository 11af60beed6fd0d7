"""Mistakes in Python, found in the syntax tree and made in the text."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import pairwise

from tests.mutate.mutant import Edit

_COMPARISONS = {
    "==": ("!=",),
    "!=": ("==",),
    "<": ("<=", ">"),
    "<=": ("<", ">="),
    ">": (">=", "<"),
    ">=": (">", "<="),
    "in": ("not in",),
    "not in": ("in",),
    "is": ("is not",),
    "is not": ("is",),
}
_ARITHMETIC = {"+": ("-",), "-": ("+",), "*": ("/",), "/": ("*",), "//": ("/",), "%": ("+",)}
_LOGIC = {"and": ("or",), "or": ("and",)}
_NAMES = {"min": "max", "max": "min", "any": "all", "all": "any"}


def python_edits(text: str) -> list[Edit]:
    """Return every mistake that can be made in a module; its words for people and its annotations are left alone."""
    return list(_Finder(text).edits())


class _Finder:
    def __init__(self, text: str) -> None:
        self.tree = ast.parse(text)
        self.text = text
        # Positions of the tree count bytes of UTF-8, those of an edit count characters.
        self.lines = [line.encode() for line in text.splitlines(keepends=True)]
        self.starts = [0]
        for line in text.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))

    def edits(self) -> Iterator[Edit]:
        waiting: list[ast.AST] = [self.tree]
        while waiting:
            node = waiting.pop()
            yield from self._of(node)
            waiting.extend(_children(node))

    def _of(self, node: ast.AST) -> Iterator[Edit]:
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            for left, right in pairwise(sides):
                yield from self._between(left, right, "comparison", _COMPARISONS)
        elif isinstance(node, ast.BinOp) and not _is_text(node.left) and not _is_text(node.right):
            yield from self._between(node.left, node.right, "arithmetic", _ARITHMETIC)
        elif isinstance(node, ast.BoolOp):
            yield from self._of_logic(node)
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.USub):
            yield Edit("logic", self._start(node), self._start(node.operand), "")
        elif isinstance(node, ast.Constant):
            yield from self._of_constant(node)
        elif isinstance(node, ast.If | ast.IfExp | ast.While):
            yield from (self._replaced("condition", node.test, word) for word in ("True", "False"))
        elif isinstance(node, ast.comprehension):
            yield from (self._replaced("condition", test, "True") for test in node.ifs)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield from self._of_call(node, node.func)
        elif isinstance(node, ast.Continue):
            yield self._replaced("logic", node, "break")

    def _of_logic(self, node: ast.BoolOp) -> Iterator[Edit]:
        for left, right in pairwise(node.values):
            yield from self._between(left, right, "logic", _LOGIC)
        neutral = "True" if isinstance(node.op, ast.And) else "False"
        yield from (self._replaced("condition", value, neutral) for value in node.values)

    def _of_constant(self, node: ast.Constant) -> Iterator[Edit]:
        value = node.value
        if isinstance(value, bool):
            yield self._replaced("constant", node, str(not value))
        elif isinstance(value, int):
            yield self._replaced("constant", node, str(value + 1))
        elif isinstance(value, float):
            yield self._replaced("constant", node, repr(value * 10 or 1.0))
        elif isinstance(value, str) and node.lineno == node.end_lineno:
            yield Edit("constant", self._end(node) - 1, self._end(node) - 1, "_")

    def _of_call(self, node: ast.Call, called: ast.Name) -> Iterator[Edit]:
        if called.id in _NAMES:
            yield self._replaced("extreme", called, _NAMES[called.id])
        if called.id == "sorted" and not any(keyword.arg == "reverse" for keyword in node.keywords):
            arguments = self.text[self._end(called) + 1 : self._end(node) - 1]
            whole = f"({arguments})" if isinstance(node.args[0], ast.GeneratorExp) else arguments
            yield Edit("order", self._end(called) + 1, self._end(node) - 1, f"{whole}, reverse=True")

    def _between(self, left: ast.AST, right: ast.AST, kind: str, swaps: dict[str, tuple[str, ...]]) -> Iterator[Edit]:
        start, end = self._end(left), self._start(right)
        found = re.search(r"not\s+in|is\s+not|[a-z]+|[=!<>+\-*/%|&]+", self.text[start:end])
        for other in swaps.get(found.group(), ()) if found else ():
            yield Edit(kind, start + found.start(), start + found.end(), other)

    def _replaced(self, kind: str, node: ast.AST, words: str) -> Edit:
        return Edit(kind, self._start(node), self._end(node), words)

    def _start(self, node: ast.AST) -> int:
        return self._place(node.lineno, node.col_offset)

    def _end(self, node: ast.AST) -> int:
        return self._place(node.end_lineno, node.end_col_offset)

    def _place(self, line: int, column: int) -> int:
        return self.starts[line - 1] + len(self.lines[line - 1][:column].decode())


def _children(node: ast.AST) -> Iterator[ast.AST]:
    """Return what a mistake can be made in: no docstring, annotation, message of an error or text with values."""
    if isinstance(node, ast.JoinedStr | ast.Raise | ast.Import | ast.ImportFrom):
        return
    body = getattr(node, "body", None)
    for name, field in ast.iter_fields(node):
        for child in field if isinstance(field, list) else [field]:
            is_annotation = name in {"annotation", "returns", "decorator_list", "type_comment"}
            is_docstring = isinstance(body, list) and child in body and _is_words(child)
            if isinstance(child, ast.AST) and not is_annotation and not is_docstring:
                yield child


def _is_words(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def _is_text(node: ast.AST) -> bool:
    """Tell a text: joined otherwise than with `+`, or taken for a number, it fails wherever it is reached."""
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))
