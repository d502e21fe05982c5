"""Distance over the ground."""

from math import asin, cos, radians, sin, sqrt

EARTH_RADIUS_MILES = 3958.7613
"""The mean radius R1 of the International Union of Geodesy and Geophysics, 6371.0088 km."""

_TENTHS_BELOW = 10


def miles_between(latitude: float, longitude: float, to_latitude: float, to_longitude: float) -> float:
    """The great-circle distance in miles between two points in decimal degrees.

    The haversine formula: R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68 (2), 1984, page 159.
    """
    north, to_north = radians(latitude), radians(to_latitude)
    half_north = sin((to_north - north) / 2)
    half_east = sin(radians(to_longitude - longitude) / 2)
    chord = half_north * half_north + cos(north) * cos(to_north) * half_east * half_east
    return 2 * EARTH_RADIUS_MILES * asin(sqrt(chord))


def shown_miles(miles: float) -> float:
    """A distance as it is said: tenths below ten miles, whole miles above."""
    return round(miles, 1) if miles < _TENTHS_BELOW else float(round(miles))
