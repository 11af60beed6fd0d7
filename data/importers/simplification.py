"""Thin out the borders of areas that touch, without tearing them apart.

Rings are cut where three areas meet. Each piece between two such points belongs to one border; it is thinned once,
from its smaller end, so that both neighbours get the same points. Points are dropped in the order of the triangle they
form with their neighbours (Visvalingam and Whyatt, 1993) until every triangle reaches the least area.
"""

import heapq
from collections import defaultdict

Point = tuple[int, int]
Ring = list[Point]

# Least triangle in square units; cities are small, so their borders keep more detail.
LEAST_AREA = 2.0
LEAST_AREA_FINE = 0.6


def simplify(areas: dict[str, list[Ring]], fine: tuple[str, ...] = ()) -> dict[str, list[Ring]]:
    """The same areas with fewer points; borders of the areas named in `fine` keep more of them."""
    rings = {code: [_distinct(ring) for ring in parts] for code, parts in areas.items()}
    fixed = _meeting_points(rings)
    detailed = {point for code in fine for ring in rings.get(code, []) for point in ring}
    return {code: [r for ring in parts if (r := _thin_ring(ring, fixed, detailed))] for code, parts in rings.items()}


def _distinct(ring: Ring) -> Ring:
    """A ring without repeated points and without spikes: a step to a point and straight back has no area."""
    kept: Ring = []
    for point in ring:
        if kept and point == kept[-1]:
            continue
        if len(kept) > 1 and point == kept[-2]:
            kept.pop()
            continue
        kept.append(point)
    return kept


def _meeting_points(areas: dict[str, list[Ring]]) -> set[Point]:
    """Points whose neighbours differ from ring to ring: there borders meet or leave one another."""
    neighbours = defaultdict(set)
    for ring in (ring for parts in areas.values() for ring in parts):
        open_ring = ring[:-1]
        for at, point in enumerate(open_ring):
            neighbours[point] |= {open_ring[at - 1], open_ring[(at + 1) % len(open_ring)]}
    return {point for point, around in neighbours.items() if len(around) > 2}


def _thin_ring(ring: Ring, fixed: set[Point], detailed: set[Point]) -> Ring:
    """One closed ring thinned piece by piece; a ring that falls below a triangle vanishes."""
    if len(ring) < 4:
        return []
    open_ring = ring[:-1]
    cuts = [at for at, point in enumerate(open_ring) if point in fixed]
    if not cuts:
        cuts = [open_ring.index(min(open_ring)), open_ring.index(max(open_ring))]
    cuts = sorted(set(cuts))
    thinned: Ring = []
    for at, start in enumerate(cuts):
        end = cuts[(at + 1) % len(cuts)]
        piece = open_ring[start : end + 1] if start < end else open_ring[start:] + open_ring[: end + 1]
        thinned += _thin_piece(piece, detailed)[:-1]
    closed = _distinct([*thinned, thinned[0]])
    return closed if len(closed) >= 4 else []


def _thin_piece(piece: Ring, detailed: set[Point]) -> Ring:
    """A piece thinned from its smaller end, so that it comes out alike whichever way it is walked."""
    if piece > piece[::-1]:
        return _thin_piece(piece[::-1], detailed)[::-1]
    least = LEAST_AREA_FINE if any(point in detailed for point in piece[1:-1]) else LEAST_AREA
    before = list(range(-1, len(piece) - 1))
    after = list(range(1, len(piece) + 1))
    queue = [(_triangle(piece[at - 1 : at + 2]), at) for at in range(1, len(piece) - 1)]
    heapq.heapify(queue)
    gone: set[int] = set()
    current = {at: area for area, at in queue}
    while queue and queue[0][0] < least:
        area, at = heapq.heappop(queue)
        if at in gone or area != current[at]:
            continue
        gone.add(at)
        left, right = before[at], after[at]
        after[left], before[right] = right, left
        for near in (left, right):
            if 0 < near < len(piece) - 1:
                grown = max(area, _triangle([piece[before[near]], piece[near], piece[after[near]]]))
                current[near] = grown
                heapq.heappush(queue, (grown, near))
    return [point for at, point in enumerate(piece) if at not in gone]


def _triangle(points: Ring) -> float:
    (ax, ay), (bx, by), (cx, cy) = points
    return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2
