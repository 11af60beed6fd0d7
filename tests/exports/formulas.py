"""A reader's spreadsheet in a few lines: it works out the formulas that the workbook uses, and no others."""

from __future__ import annotations

import re

from openpyxl.worksheet.worksheet import Worksheet

_CELL = re.compile(r"\b([A-Z]{1,2})(\d+)\b")


def value_of(sheet: Worksheet, address: str) -> object:
    """Return what a cell shows after calculation."""
    content = sheet[address].value
    if isinstance(content, str) and content.startswith("="):
        return _worked_out(sheet, content[1:])
    return content


def _worked_out(sheet: Worksheet, formula: str) -> object:
    texts: list[str] = []

    def keep(match: re.Match) -> str:
        texts.append(match.group(0)[1:-1])
        return f"@{len(texts) - 1}@"

    code = re.sub(r'"[^"]*"', keep, formula)
    code = _CELL.sub(lambda match: f"cell('{match.group(0)}')", code)
    code = code.replace("^", "**").replace("<>", "!=")
    code = re.sub(r"(?<![<>!=])=(?!=)", "==", code)
    code = _lazy_ifs(code)
    code = re.sub(r"@(\d+)@", lambda match: repr(texts[int(match.group(1))]), code)
    tools = {"cell": lambda address: _blank(value_of(sheet, address)), "ABS": abs, "MAX": max, "MIN": min}
    tools |= {"AND": lambda *given: all(given), "OR": lambda *given: any(given)}
    return eval(code, {"__builtins__": {}}, tools)


def _blank(value: object) -> object:
    return "" if value is None else value


def _lazy_ifs(code: str) -> str:
    """Turn IF(test,yes,no) into Python's conditional, so that the branch not taken is not worked out."""
    while (start := code.rfind("IF(")) >= 0:
        parts, depth, begin, position = [], 0, start + 3, start + 3
        while depth >= 0:
            letter = code[position]
            depth += (letter == "(") - (letter == ")")
            if (letter == "," and depth == 0) or depth < 0:
                parts.append(code[begin:position])
                begin = position + 1
            position += 1
        test, yes, no = parts
        code = f"{code[:start]}(({yes}) if ({test}) else ({no})){code[position:]}"
    return code
