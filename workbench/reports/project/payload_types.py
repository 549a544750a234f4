"""Whether a payload from elsewhere holds what its data class declares; types that JSON cannot tell by itself."""

from dataclasses import fields
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from workbench.store.payloads import Payload


def mistyped_field(payload: Payload) -> str | None:
    """Return the name of the first field that does not hold what it declares; None if all do."""
    hints = get_type_hints(type(payload))
    wrong = (field.name for field in fields(payload) if not _fits(getattr(payload, field.name), hints[field.name]))
    return next(wrong, None)


def _fits(value: Any, hint: Any) -> bool:
    if get_origin(hint) is UnionType:
        return any(_fits(value, option) for option in get_args(hint))
    if get_origin(hint) is tuple:
        (member, _) = get_args(hint)
        return isinstance(value, tuple) and all(_fits(item, member) for item in value)
    if hint is float:
        return type(value) in (int, float)
    if hint in (int, bool, str):
        return type(value) is hint
    return isinstance(value, hint)
