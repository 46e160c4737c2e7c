"""Zones of time by their names."""

from __future__ import annotations

from typing import Final

ZONES: Final = {
    "UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6,
    "PST": -8, "PDT": -7, "CET": 1, "CEST": 2, "MEZ": 1, "MESZ": 2, "EET": 2, "EEST": 3, "MSK": 3, "JST": 9, "KST": 9,
    "WIB": 7, "WITA": 8, "WIT": 9, "HKT": 8, "AEST": 10, "AEDT": 11, "ACST": 9.5, "AWST": 8, "NZST": 12, "NZDT": 13,
    "SAST": 2, "EAT": 3, "WAT": 1, "BRT": -3, "AKST": -9, "AKDT": -8, "HST": -10,
}  # fmt: skip
"""Their hours before or behind UTC: RFC 822 section 5, and those that mean one offset wherever they are used."""
