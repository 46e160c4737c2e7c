"""The trained table asks only what the bounds of its features allow, so that nothing need be cut to them in reading."""

import ast
import inspect

from articlekit_html.body.weighing import table
from articlekit_html.body.weighing.features import BOUNDS


def thresholds() -> dict[str, list[float]]:
    """Gather the numbers that each feature is compared with."""
    found: dict[str, list[float]] = {}
    for node in ast.walk(ast.parse(inspect.getsource(table))):
        if isinstance(node, ast.Compare) and isinstance(node.left, ast.Name):
            found.setdefault(node.left.id, []).append(ast.literal_eval(node.comparators[0]))
    return found


def test_no_threshold_lies_outside_the_bounds_of_its_feature() -> None:
    asked = thresholds()
    assert len(asked) > 30
    for name, (low, high) in BOUNDS.items():
        assert all(low <= number < high for number in asked.get(name, ())), name
