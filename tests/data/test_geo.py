"""Outlines of the regions: three layouts, true areas, borders that fit, small files, the licence beside them."""

import json
from itertools import pairwise

import pytest

from data.importers.geography import GEO, JOINED, STATIC, join, main, outline, read_boundaries, write_outlines
from data.importers.projection import KM_PER_UNIT, project
from data.readers.refusal import InputRefusedError
from tests.data.small_files import write_csv

LAYOUTS = {"2022": 20, "2018": 17, "pre2018": 16}
# Areas of the source boundaries in square kilometres.
AREAS = {
    "2022": {"KZ-10": 185940, "KZ-19": 104830, "KZ-15": 300950},
    "2018": {"KZ-63": 281780, "KZ-35": 427850},
    "pre2018": {"KZ-YUZ": 117500},
}


def outlines(layout):
    return json.loads((STATIC / f"outlines_{layout}.json").read_text(encoding="utf-8"))


def rings(shape):
    ring = []
    for point in zip([*shape["x"], None], [*shape["y"], None], strict=True):
        if point == (None, None):
            yield ring
            ring = []
        else:
            ring.append(point)


def area(shape):
    doubled = sum(ax * by - bx * ay for ring in rings(shape) for (ax, ay), (bx, by) in pairwise(ring))
    return abs(doubled) / 2 * KM_PER_UNIT**2


@pytest.mark.parametrize(("layout", "count"), LAYOUTS.items())
def test_a_layout_has_its_regions_and_cities_last(layout, count):
    codes = list(outlines(layout))
    assert len(codes) == count
    assert [code for code in codes if code in {"KZ-71", "KZ-75", "KZ-79"}] == codes[-3 if layout != "pre2018" else -2 :]


def test_south_kazakhstan_stands_only_in_the_oldest_layout():
    assert ["KZ-YUZ" in outlines(layout) for layout in LAYOUTS] == [False, False, True]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_outline_is_small_whole_and_closed(layout):
    path = STATIC / f"outlines_{layout}.json"
    assert path.stat().st_size < 60_000
    for code, shape in outlines(layout).items():
        assert all(type(n) is int for n in [*shape["x"], *shape["y"]] if n is not None), code
        assert all(ring[0] == ring[-1] and len(ring) >= 4 for ring in rings(shape)), code


@pytest.mark.parametrize(
    ("layout", "code", "expected"), [(layout, *item) for layout, areas in AREAS.items() for item in areas.items()]
)
def test_areas_are_true(layout, code, expected):
    assert area(outlines(layout)[code]) == pytest.approx(expected, rel=0.01)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_border_lies_apart_from_its_neighbour(layout):
    """Every edge runs at most twice, in opposite directions: areas touch without gap and without overlap."""
    edges = [edge for shape in outlines(layout).values() for ring in rings(shape) for edge in pairwise(ring)]
    assert len(edges) == len(set(edges))
    inner = sum((end, start) in set(edges) for start, end in edges)
    assert inner > len(edges) / 3


def test_joining_keeps_the_outer_border():
    before, after = outlines("2022"), outlines("2018")
    assert area(after["KZ-63"]) == pytest.approx(area(before["KZ-63"]) + area(before["KZ-10"]), rel=0.001)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_label_lies_inside_its_region(layout):
    for code, shape in outlines(layout).items():
        x, y = shape["label"]
        crossings = sum(
            (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax
            for ring in rings(shape)
            for (ax, ay), (bx, by) in pairwise(ring)
        )
        assert crossings % 2 == 1, code


def test_the_projection_keeps_north_up_and_distances_near_the_middle():
    assert project(67, 48) == (0, 0)
    east, north = project(67, 49)
    assert east == 0
    assert north * KM_PER_UNIT == pytest.approx(111.2, rel=0.02)


def test_the_tile_grid_gives_every_region_a_cell_of_its_own():
    tiles = json.loads((STATIC / "places.json").read_text(encoding="utf-8"))["tiles"]
    assert set(tiles) == {code for layout in LAYOUTS for code in outlines(layout)}
    for layout in LAYOUTS:
        assert len({tuple(tiles[code]) for code in outlines(layout)}) == len(outlines(layout))


def test_the_licence_of_the_boundaries_lies_beside_them():
    text = (GEO / "LICENSE").read_text(encoding="utf-8")
    assert "OpenStreetMap contributors" in text
    assert "ODbL" in text


def test_no_statistics_are_written_into_the_boundaries():
    content = json.loads((GEO / "regions_2022.json").read_text(encoding="utf-8"))
    assert set(content) == {"attribution", "units", "regions"}


def test_writing_again_gives_equal_bytes(tmp_path):
    write_outlines(GEO, tmp_path)
    for layout in LAYOUTS:
        name = f"outlines_{layout}.json"
        assert (tmp_path / name).read_bytes() == (STATIC / name).read_bytes()


def test_two_squares_join_into_one_ring():
    left = [(0, 0), (0, 9), (9, 9), (9, 0), (0, 0)]
    right = [(9, 0), (9, 9), (18, 9), (18, 0), (9, 0)]
    (ring,) = join({"KZ-10": [left], "KZ-63": [right]}, JOINED["2018"])["KZ-63"]
    assert set(ring) == {(0, 0), (0, 9), (9, 9), (18, 9), (18, 0), (9, 0)}


def test_an_outline_leaves_a_gap_between_rings():
    square = [(600000, 480000), (600000, 490000), (610000, 490000), (610000, 480000), (600000, 480000)]
    moved = [(x + 50000, y) for x, y in square]
    shape = outline({"KZ-11": [square, moved]})["KZ-11"]
    assert shape["x"].count(None) == shape["y"].count(None) == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "not a GeoJSON of regions"),
        ('{"features": []}', "0 regions instead of 20"),
        ('{"type": "FeatureCollection"}', "not a GeoJSON of regions"),
    ],
)
def test_damaged_boundaries_are_refused(tmp_path, text, message):
    with pytest.raises(InputRefusedError, match=message):
        read_boundaries(write_csv(tmp_path / "regions.geojson", text))


def test_an_open_ring_is_refused(tmp_path):
    open_ring = [[[60, 48], [60, 49], [61, 49], [61, 48]]]
    features = [
        {"properties": {"iso": f"KZ-{n}"}, "geometry": {"type": "Polygon", "coordinates": open_ring}} for n in range(20)
    ]
    path = write_csv(tmp_path / "regions.geojson", json.dumps({"features": features}))
    with pytest.raises(InputRefusedError, match=r"region KZ-0: a ring is not closed"):
        read_boundaries(path)


def test_a_folder_without_boundaries_is_refused_on_the_command_line(tmp_path, capsys):
    assert main([str(tmp_path)]) == 1
    assert "kz_regions_2022.geojson" in capsys.readouterr().err
