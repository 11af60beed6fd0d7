"""Office files with the same bytes for the same content: no clock in archive, properties or embedded workbooks."""

from __future__ import annotations

import io
import re
import zipfile

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def stable_zip(content: bytes, stamp: str) -> bytes:
    """Return the archive with every time in it replaced by `stamp` (ISO 8601), embedded workbooks included."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in given.namelist():
            part = given.read(name)
            if name.endswith(".xlsx"):
                part = stable_zip(part, stamp)
            elif name.endswith("core.xml"):
                part = _STAMP.sub(rb"\g<1>" + stamp.encode(), part)
            made.writestr(zipfile.ZipInfo(name, FIRST_DAY), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()
