"""A file as text: UTF-8 with or without a byte-order mark; anything else is refused and named for what it is."""

import codecs
import re
from pathlib import Path

from data.readers.refusal import InputRefusedError

# First bytes of what is handed in by mistake under the name of a text table.
SIGNATURES = (
    (b"PK\x03\x04", "a workbook or zip archive", "export it as CSV"),
    (b"\xd0\xcf\x11\xe0", "an old or locked workbook", "export it as CSV"),
    (b"\x1f\x8b", "a gzip archive", "unpack it"),
    (b"%PDF", "a PDF", "fetch the table behind it"),
    (b"PAR1", "a Parquet file", "export it as CSV"),
    (b"version https://git-lfs", "a pointer to a large file, not the file", "fetch it with `git lfs pull`"),
)
WIDE_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
# Characters without width that editors and web forms leave at the edges of a cell.
INVISIBLE = "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
CONFLICT_MARKS = ("<<<<<<< ", "=======", ">>>>>>> ")


def read_bytes(path: Path) -> bytes:
    """Content of a file that must be there and must not be empty."""
    if not path.is_file():
        raise InputRefusedError.at(path.name, f"no such file in {path.parent.name}/", "put the publisher's file there")
    content = path.read_bytes()
    if not content.strip():
        raise InputRefusedError.at(path.name, "the file is empty", "fetch it again from the publisher")
    return content


def bare(cell: str) -> str:
    """A cell without spaces or characters of no width at its edges."""
    return cell.strip().strip(INVISIBLE).strip()


def read_text(path: Path) -> str:
    """Text of the file without its byte-order mark; refuses other encodings and other kinds of file by name."""
    content = read_bytes(path)
    for signature, kind, advice in SIGNATURES:
        if content.startswith(signature):
            raise InputRefusedError.at(path.name, f"{kind} instead of a text table", advice, line=1)
    _refuse_wide(path, content)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        found = f"not UTF-8 but probably {_single_byte(content)}"
        raise InputRefusedError.at(path.name, found, "save the file again as UTF-8", line=line) from error
    _refuse_other_text(path, text)
    return text


def _refuse_wide(path: Path, content: bytes) -> None:
    encoding = next((name for mark, name in WIDE_MARKS if content.startswith(mark)), None)
    if encoding is None and b"\0" not in content.rstrip(b"\0") and content.endswith(b"\0"):
        padding = len(content) - len(content.rstrip(b"\0"))
        raise InputRefusedError.at(
            path.name, f"{padding} NUL bytes after the text", "fetch the file again, it may be cut"
        )
    if encoding is None and b"\0" in content:
        encoding = "UTF-16 without a mark, or a binary file"
    if encoding:
        raise InputRefusedError.at(path.name, f"{encoding}, not UTF-8", "save the file again as UTF-8", line=1)


def _single_byte(content: bytes) -> str:
    """The likeliest one-byte encoding: Russian text has far more small than capital letters in its own encoding."""
    candidates = {"Windows-1251": "cp1251", "DOS 866": "cp866", "KOI8-R": "koi8_r"}
    scores = {name: _plain_cyrillic(content.decode(code, "replace")) for name, code in candidates.items()}
    best = max(scores, key=lambda name: scores[name])
    high = sum(byte >= 0x80 for byte in content)
    return best if scores[best] > high / 2 else "Windows-1252"


def _plain_cyrillic(text: str) -> int:
    """Small Cyrillic letters beside another; a lone one is an accented Latin letter misread."""
    return sum(len(run) for run in re.findall("[а-я]{2,}", text))


def _refuse_other_text(path: Path, text: str) -> None:
    start = text.lstrip()[:1]
    if start == "<" and not text.lstrip().startswith(CONFLICT_MARKS[0]):
        advice = "the download failed, download the raw file again"
        raise InputRefusedError.at(path.name, "a web page instead of a table", advice, line=1)
    if start in ("{", "["):
        raise InputRefusedError.at(path.name, "JSON instead of a table", "read the message in it", line=1)
    for number, line in enumerate(text.splitlines(), start=1):
        if "\ufffd" in line:
            problem, advice = "letters were lost (\ufffd) in an earlier conversion", "fetch the publisher's own file"
        elif line.startswith((CONFLICT_MARKS[0], CONFLICT_MARKS[2])) or line == CONFLICT_MARKS[1]:
            problem, advice = "marks of an unfinished merge", "settle the merge or fetch the file again"
        else:
            continue
        raise InputRefusedError.at(path.name, problem, advice, line=number)
