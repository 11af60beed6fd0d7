"""Albers equal-area conic projection for Kazakhstan, on a sphere.

Areas keep their true proportions, so a coloured region weighs on the eye as much as it covers on the ground.
Formulas: J. P. Snyder, Map Projections: A Working Manual (USGS Professional Paper 1395, 1987), pages 98-103.
"""

from math import cos, radians, sin, sqrt

PARALLEL_SOUTH, PARALLEL_NORTH = 43.0, 53.0
ORIGIN_LON, ORIGIN_LAT = 67.0, 48.0
RADIUS_KM = 6371.0
# One unit is 1.5 km: 2,000 units from west to east, finer than a pixel on a full-HD screen.
KM_PER_UNIT = 1.5

_N = (sin(radians(PARALLEL_SOUTH)) + sin(radians(PARALLEL_NORTH))) / 2
_C = cos(radians(PARALLEL_SOUTH)) ** 2 + 2 * _N * sin(radians(PARALLEL_SOUTH))


def _radius(lat: float) -> float:
    return RADIUS_KM * sqrt(_C - 2 * _N * sin(radians(lat))) / _N


def project(lon: float, lat: float) -> tuple[int, int]:
    """Longitude and latitude in degrees to units east and north of 67 E, 48 N."""
    angle = _N * radians(lon - ORIGIN_LON)
    radius = _radius(lat)
    east, north = radius * sin(angle), _radius(ORIGIN_LAT) - radius * cos(angle)
    return round(east / KM_PER_UNIT), round(north / KM_PER_UNIT)
