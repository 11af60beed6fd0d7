"""Mistakes in SQL, token by token, so that the rest of the text stays as it was written.

A parser that writes SQL anew (sqlglot) would change every line and does not know all of DuckDB's lambdas and macros.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from tests.mutate.mutant import Edit

_TOKEN = re.compile(
    r"--[^\n]*|'(?:[^']|'')*'|\"[^\"]*\"|\$\w+|[A-Za-z_]\w*|\d+(?:\.\d+)?(?:e-?\d+)?|<>|<=|>=|\|\||::|:=|=>|\S"
)
_SWAPS = {
    "comparison": {
        "=": ("<>",),
        "<>": ("=",),
        "<": (">", "<="),
        ">": ("<", ">="),
        "<=": (">=", "<"),
        ">=": ("<=", ">"),
    },
    "arithmetic": {"+": ("-",), "-": ("+",), "/": ("*",), "abs": ("",), "sum": ("max",), "floor": ("ceil",)},
    "extreme": {
        "min": ("max",),
        "max": ("min",),
        "arg_min": ("arg_max",),
        "arg_max": ("arg_min",),
        "least": ("greatest",),
        "greatest": ("least",),
        "lag": ("lead",),
        "lead": ("lag",),
    },
    "order": {"desc": ("asc",), "asc": ("desc",), "last": ("first",), "rank": ("row_number",), "row_number": ("rank",)},
    "logic": {"and": ("or",), "or": ("and",), "not": ("",), "true": ("false",), "false": ("true",), "is": ("is not",)},
    "join": {"inner": ("left",), "left": ("inner",), "full": ("left",), "anti": ("semi",), "distinct": ("",)},
}
_OPENS_CONDITION = {"where", "and", "on", "having", "qualify"}
_CLOSES_CONDITION = {
    "where", "and", "or", "on", "group", "order", "having", "qualify", "window", "limit", "union", "then", "left",
    "inner", "cross", "full", "anti", "join", ";", ",",
}  # fmt: skip
_ENDS_ORDER = {"rows", "range", "limit", ";"}


class Token(NamedTuple):
    """A word or sign with its place and the number of brackets it stands in."""

    text: str
    start: int
    end: int
    depth: int


def sql_edits(text: str) -> list[Edit]:
    """Return every mistake that can be made in a text of SQL, comments left aside."""
    tokens = list(_tokens(text))
    return [*_swapped(tokens), *_constants(tokens), *_dropped_conditions(tokens), *_turned_orders(tokens)]


def _tokens(text: str) -> Iterator[Token]:
    depth = 0
    for match in _TOKEN.finditer(text):
        word = match.group()
        if word.startswith("--"):
            continue
        depth -= word in ")]}"
        yield Token(word, match.start(), match.end(), depth)
        depth += word in "([{"


def _swapped(tokens: list[Token]) -> Iterator[Edit]:
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if token.text == "*" and not _is_star(before, after):
            yield Edit("arithmetic", token.start, token.end, "/")
        if _is_name(before, token, after):
            continue
        for kind, swaps in _SWAPS.items():
            for other in swaps.get(token.text, ()):
                yield Edit(kind, token.start, token.end, other)


def _is_star(before: Token, after: Token) -> bool:
    """Tell the star of `count(*)`, `select *` and `t.*` from a multiplication."""
    return before.text in {"(", "select", ".", ","} or after.text in {")", "exclude", "from"}


def _is_name(before: Token, token: Token, after: Token) -> bool:
    """Tell a word of the language from a column or function of that name."""
    if token.text == "is":
        return after.text != "null"
    if token.text == "last":
        return before.text != "nulls"
    if token.text == "or":
        return before.text == "create"
    if token.text in {"left", "inner", "full", "anti"}:
        return after.text != "join"
    return before.text in {".", "as", "::"} or (token.text == "not" and before.text == "is" and after.text != "null")


def _constants(tokens: list[Token]) -> Iterator[Edit]:
    for before, token in pairwise(tokens):
        if token.text.startswith("'") and before.text not in {"as", "::"}:
            yield Edit("constant", token.start, token.end, f"{token.text[:-1]}_'")
        elif token.text.isdigit():
            yield Edit("constant", token.start, token.end, str(int(token.text) + 1))
        elif token.text[0].isdigit():
            yield Edit("constant", token.start, token.end, f"{float(token.text) * 10:.10g}")


def _dropped_conditions(tokens: list[Token]) -> Iterator[Edit]:
    """Replace one condition, from its `where`, `and` or `on` to the next, by one that always holds."""
    for place, token in enumerate(tokens):
        if token.text in _OPENS_CONDITION and not _closes_between(tokens, place):
            last = _last_of_condition(tokens, place + 1, token.depth)
            if last > place and tokens[place + 1].text != "true":
                yield Edit("filter", tokens[place + 1].start, tokens[last].end, "true")


def _last_of_condition(tokens: list[Token], first: int, depth: int) -> int:
    waits_for_and = False
    for place in range(first, len(tokens)):
        token = tokens[place]
        if token.depth < depth or (token.depth == depth and token.text in ")]}"):
            return place - 1
        if token.depth == depth and token.text == "and" and waits_for_and:
            waits_for_and = False
        elif token.depth == depth and token.text in _CLOSES_CONDITION:
            return place - 1
        waits_for_and = waits_for_and or (token.depth == depth and token.text == "between")
    return len(tokens) - 1


def _closes_between(tokens: list[Token], place: int) -> bool:
    if tokens[place].text != "and":
        return False
    same = [token.text for token in tokens[:place] if token.depth == tokens[place].depth]
    opened = next((word for word in reversed(same) if word in {"between", *_OPENS_CONDITION, "or", "when"}), "")
    return opened == "between"


def _turned_orders(tokens: list[Token]) -> Iterator[Edit]:
    """Add `desc` to each term of an `order by` that has no direction."""
    for place, token in enumerate(tokens[:-2]):
        if token.text == "order" and tokens[place + 1].text == "by":
            yield from _turned_terms(tokens[place + 2 :], token.depth)


def _turned_terms(tokens: list[Token], depth: int) -> Iterator[Edit]:
    last = None
    for token in tokens:
        ends = token.depth < depth or (token.depth == depth and token.text in {")", "]", "}", *_ENDS_ORDER})
        if last and (ends or (token.text == "," and token.depth == depth)):
            if last.text not in {"asc", "desc", "last", "first"}:
                yield Edit("order", last.end, last.end, " desc")
            last = None
        if ends:
            return
        last = token if token.text != "," or token.depth > depth else None
