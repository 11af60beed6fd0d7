"""Outlines of the regions of Kazakhstan for the map: three layouts, one set of borders, already projected.

`geo/kz_regions_2022.geojson` of the import folder holds the 20 regions since June 2022. Whole districts moved in 2018
and 2022, so the two earlier layouts follow exactly by joining regions: a border that two members share disappears.

`import_folder` writes `data/geo/regions_2022.json` (WGS84, units of 0.0001 degree) and `data/geo/labels.csv`;
`write_outlines` turns them into `static/geo/outlines_<layout>.json`: per area `x` and `y` in whole units of 1.5 km
with null between rings, and a label point. Shared borders are simplified as one line, so neighbours keep touching.
"""

import argparse
import csv
import json
import sys
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

from data.importers.projection import project
from data.importers.simplification import simplify
from data.readers.headings import Layout
from data.readers.refusal import InputRefusedError
from data.readers.text_table import read_text_table

GEO = Path(__file__).parents[1] / "geo"
STATIC = Path(__file__).parents[2] / "static" / "geo"
SCALE = 10_000
ATTRIBUTION = "Regional boundaries © OpenStreetMap contributors, ODbL 1.0"
# Regions of 2022 that make up a region of an earlier layout.
JOINED = {
    "2022": {},
    "2018": {"KZ-10": "KZ-63", "KZ-33": "KZ-19", "KZ-62": "KZ-35"},
    "pre2018": {"KZ-10": "KZ-63", "KZ-33": "KZ-19", "KZ-62": "KZ-35", "KZ-61": "KZ-YUZ", "KZ-79": "KZ-YUZ"},
}
REGIONS = 20
LABELS = Layout(("layout", "iso", "label_lon", "label_lat"), open=True)
# Cities are drawn after the regions around them.
CITIES = ("KZ-71", "KZ-75", "KZ-79")

Point = tuple[int, int]
Ring = list[Point]


def import_folder(folder: Path, geo: Path = GEO) -> None:
    """Write the boundaries and label points of `folder`/geo in the project's own form."""
    source = folder / "geo"
    regions = read_boundaries(source / "kz_regions_2022.geojson")
    content = {"attribution": ATTRIBUTION, "units": "0.0001 degree", "regions": _flat(regions)}
    _write_json(geo / "regions_2022.json", content)
    names = read_text_table(source / "kz_regions_names.csv", LABELS).rows
    labels = sorted((row["layout"], row["iso"], row["label_lon"], row["label_lat"]) for row in names)
    _write_csv(geo / "labels.csv", ("layout", "ref_area", "lon", "lat"), labels)


def read_boundaries(path: Path) -> dict[str, list[Ring]]:
    """Rings by area code in units of 0.0001 degree, closed; outer rings run clockwise, holes the other way."""
    try:
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
        regions = {feature["properties"]["iso"]: _rings(feature["geometry"]) for feature in features}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputRefusedError(
            f"{path.name}: not a GeoJSON of regions with `iso` ({error!r}); fetch it again"
        ) from error
    if len(regions) != REGIONS:
        raise InputRefusedError(f"{path.name}: {len(regions)} regions instead of {REGIONS}; this is another layout")
    for code, rings in regions.items():
        if any(len(ring) < 4 or ring[0] != ring[-1] for ring in rings):
            raise InputRefusedError(f"{path.name}, region {code}: a ring is not closed; the file may be cut off")
    return regions


def _rings(geometry: dict) -> list[Ring]:
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return [[(round(x * SCALE), round(y * SCALE)) for x, y in ring] for polygon in polygons for ring in polygon]


def join(regions: dict[str, list[Ring]], joined: dict[str, str]) -> dict[str, list[Ring]]:
    """Regions of an earlier layout: members of one region lose the borders they share."""
    members = defaultdict(list)
    for code, rings in regions.items():
        members[joined.get(code, code)] += rings
    merged = set(joined.values())
    return {code: _without_inner(rings) if code in merged else rings for code, rings in members.items()}


def _without_inner(rings: Iterable[Ring]) -> list[Ring]:
    """Chain the edges that no other ring runs along in the opposite direction."""
    edges = {edge for ring in rings for edge in pairwise(ring)}
    following = defaultdict(list)
    for start, end in sorted(edges):
        if (end, start) not in edges:
            following[start].append(end)
    chained = []
    while following:
        start = min(following)
        ring = [start]
        while len(ring) == 1 or ring[-1] != start:
            ends = following[ring[-1]]
            ring.append(ends.pop())
            if not ends:
                del following[ring[-2]]
        chained.append(ring)
    return chained


def write_outlines(geo: Path = GEO, static: Path = STATIC) -> None:
    """Write the projected outlines of all layouts from the boundaries kept in the project."""
    flat = json.loads((geo / "regions_2022.json").read_text(encoding="utf-8"))["regions"]
    regions = {code: [list(zip(ring[::2], ring[1::2], strict=True)) for ring in rings] for code, rings in flat.items()}
    rows = read_text_table(geo / "labels.csv", Layout(("layout", "ref_area", "lon", "lat"))).rows
    labels = {(row["layout"], row["ref_area"]): (float(row["lon"]), float(row["lat"])) for row in rows}
    for layout, joined in JOINED.items():
        outlines = outline(join(regions, joined))
        ordered = sorted(outlines, key=lambda code: (code in CITIES, code))
        content = {code: outlines[code] | {"label": list(project(*labels[layout, code]))} for code in ordered}
        _write_json(static / f"outlines_{layout}.json", content)


def outline(regions: dict[str, list[Ring]]) -> dict[str, dict[str, list[int | None]]]:
    """Projected, simplified rings by area, one list of x and one of y with None between rings."""
    projected = {
        code: [[project(x / SCALE, y / SCALE) for x, y in ring] for ring in rings] for code, rings in regions.items()
    }
    return {code: _columns(rings) for code, rings in simplify(projected, fine=CITIES).items()}


def _columns(rings: list[Ring]) -> dict[str, list[int | None]]:
    points = [point for ring in rings for point in (*ring, (None, None))][:-1]
    return {"x": [x for x, _ in points], "y": [y for _, y in points]}


def _flat(regions: dict[str, list[Ring]]) -> dict[str, list[list[int]]]:
    return {code: [[n for point in ring for n in point] for ring in regions[code]] for code in sorted(regions)}


def _write_json(path: Path, content: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


def _write_csv(path: Path, header: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def main(arguments: list[str] | None = None) -> int:
    """`python -m data.importers.geography [FOLDER]`: read FOLDER/geo if given, then write the outlines anew."""
    parser = argparse.ArgumentParser(prog="python -m data.importers.geography", description=main.__doc__)
    parser.add_argument("folder", type=Path, nargs="?", help="folder with the publishers' files")
    folder = parser.parse_args(arguments).folder
    try:
        if folder:
            import_folder(folder)
        write_outlines()
    except InputRefusedError as error:
        print(f"nothing imported: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
