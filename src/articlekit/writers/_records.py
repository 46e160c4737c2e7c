"""Records as trees of plain values, and back: what the JSON formats share."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin

import cattrs
from cattrs.cols import homogenous_tuple_structure_factory
from cattrs.dispatch import StructureHook
from cattrs.gen import make_dict_unstructure_fn, override

from articlekit.article import Article
from articlekit.blocks import Block
from articlekit.diagnostic import Diagnostic

Tree = dict[str, Any]

_BLOCKS = {block.__name__: block for block in get_args(Block)}
_TAG = "type"


def to_tree(article: Article) -> Tree:
    """Make objects and arrays of an article, keys in the order of the fields, what is as its default left out.

    Raises:
        ValueError: `Article.extra` holds what is no JSON, or a number is not finite.
        RecursionError: Blocks are nested too deep.
    """
    tree: Tree = _converter().unstructure(article)
    return tree


def from_tree(tree: object) -> Article:
    """Make an article of objects and arrays.

    Raises:
        ValueError: They are not what `to_tree` makes; says which are not, and where.
        RecursionError: They are nested too deep.
    """
    try:
        return _converter().structure(tree, Article)
    except RecursionError:
        raise
    except Exception:  # noqa: BLE001  what cattrs raises depends on its version and on what is wrong
        return _explained(tree)


def _explained(tree: object) -> Article:
    """Read once more, slower, to say what is wrong and where."""
    try:
        return _converter(detailed=True).structure(tree, Article)
    except cattrs.BaseValidationError as wrong:
        raise ValueError("; ".join(cattrs.transform_error(wrong, format_exception=_explain))) from wrong


def _explain(wrong: BaseException, _: type | None) -> str:
    if isinstance(wrong, KeyError):
        return f"{wrong.args[0]!r} is missing"
    return str(wrong)


@cache
def _converter(*, detailed: bool = False) -> cattrs.Converter:
    converter = cattrs.Converter(omit_if_default=True, forbid_extra_keys=True, detailed_validation=detailed)
    for kind in (str, bool, int, float):
        converter.register_structure_hook(kind, _exactly)
    converter.register_unstructure_hook(float, _finite)
    converter.register_unstructure_hook(datetime, datetime.isoformat)
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_structure_hook(datetime, _moment)
    converter.register_structure_hook_func(_is_moment, _moment)
    converter.register_unstructure_hook_func(_is_json, _plain)
    converter.register_structure_hook_func(_is_json, _mapping)
    converter.register_structure_hook_factory(_is_tuple, _tuple_hook)
    # A severity that the table of codes gives today may be another one tomorrow.
    severity = override(omit_if_default=False)
    converter.register_unstructure_hook(
        Diagnostic, make_dict_unstructure_fn(Diagnostic, converter, _cattrs_omit_if_default=True, severity=severity)
    )
    converter.register_unstructure_hook(
        Block, lambda block: {_TAG: type(block).__name__, **converter.unstructure(block)}
    )
    converter.register_structure_hook(Block, lambda tree, _: _block(converter, tree))
    return converter


def _block(converter: cattrs.Converter, tree: object) -> object:
    if not isinstance(tree, dict) or tree.get(_TAG) not in _BLOCKS:
        raise TypeError(f"a block says its {_TAG}, one of {', '.join(_BLOCKS)}")
    return converter.structure({k: v for k, v in tree.items() if k != _TAG}, _BLOCKS[tree[_TAG]])


def _exactly(value: object, kind: type) -> object:
    """Take a value for what it is: cattrs by itself would make 5 into "5"."""
    if type(value) is kind:
        return value
    if kind is float and type(value) is int:
        return float(value)
    raise TypeError(f"expected {kind.__name__}, not {type(value).__name__}")


def _finite(value: float) -> float:
    if not math.isfinite(value):
        raise ValueError(f"{value} is no number of JSON")
    return value


def _is_moment(kind: object) -> bool:
    return isinstance(kind, UnionType) and {*get_args(kind)} - {NoneType} == {datetime, date}


def _moment(value: object, _: type) -> datetime | date | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise TypeError(f"expected a date, not {type(value).__name__}")
    return datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)


def _is_json(kind: object) -> bool:
    return get_origin(kind) is Mapping


def _mapping(value: object, _: type) -> object:
    if not isinstance(value, dict):
        raise TypeError(f"expected an object, not {type(value).__name__}")
    return value


def _plain(values: Mapping[str, object]) -> dict[str, object]:
    """Give the values as they are, if JSON has them all."""
    todo: list[object] = [*values, *values.values()]
    while todo:
        value = todo.pop()
        if isinstance(value, dict):
            todo += value.values()
            if not all(isinstance(key, str) for key in value):
                raise ValueError("extra holds a key that is no string")
        elif isinstance(value, list):
            todo += value
        elif isinstance(value, float):
            _finite(value)
        elif not isinstance(value, str | int | None):
            raise ValueError(f"extra holds {type(value).__name__}, which JSON does not know")
    return dict(values)


def _is_tuple(kind: object) -> bool:
    return get_origin(kind) is tuple


def _tuple_hook(kind: type, converter: cattrs.Converter) -> StructureHook:
    read = homogenous_tuple_structure_factory(kind, converter)

    def read_list(value: object, kind: type) -> object:
        if not isinstance(value, list):
            raise TypeError(f"expected an array, not {type(value).__name__}")
        return read(value, kind)

    return read_list
