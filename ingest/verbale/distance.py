"""How far apart two points on the earth are."""

from math import asin, cos, radians, sin, sqrt

__all__ = ["Point", "kilometres"]

Point = tuple[float, float]  # degrees of latitude and longitude
_EARTH = 6371  # kilometres: the mean radius


def kilometres(one: Point, other: Point) -> float:
    """The distance of two points along a great circle (haversine)."""
    (south, west), (north, east) = (tuple(map(radians, point)) for point in (one, other))
    half_chord = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin((east - west) / 2) ** 2
    return 2 * _EARTH * asin(sqrt(half_chord))
