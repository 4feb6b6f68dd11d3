"""Mends of moto's own classes, each of which checks that it still applies.

A mend is written against the source of the function that it replaces and names that source's fingerprint. When moto has changed
it, the mend must be read again: perhaps moto got it right, perhaps the mend is now wrong.
"""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Callable
from typing import Any

#: The moto that the mends were written against; requirements.txt pins the same.
MOTO_VERSION = "5.2.1"

#: Operations whose answers a mend changes: coverage counts them as mended.
MENDED: dict[tuple[str, str], list[str]] = {}


class MotoChanged(Exception):
    """moto is no longer what a mend was written against."""


def fingerprint(function: Any) -> str:
    # a property and a static method hold the function that has the source
    source = getattr(function, "fget", None) or getattr(function, "__func__", function)
    return hashlib.sha256(inspect.getsource(source).encode()).hexdigest()[:12]


def mend(owner: Any, name: str, source: str, operations: dict[str, list[str]]) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Replaces `owner.name` by what the decorated function makes of the original.

    `source` is the fingerprint of the original; `operations` lists, by service, those whose answers change.
    """

    def apply(make: Callable[..., Any]) -> Callable[..., Any]:
        where = ".".join(filter(None, (getattr(owner, "__module__", None), getattr(owner, "__qualname__", owner.__name__), name)))
        original = inspect.getattr_static(owner, name, None)
        if original is None:
            raise MotoChanged(f'moto has no "{where}" any more; read the mend in {make.__module__} again')
        found = fingerprint(original)
        if found != source:
            raise MotoChanged(
                f'moto\'s "{where}" changed (its source is {found}, the mend was written against {source}); '
                f"read the mend in {make.__module__} again, then correct or drop it"
            )
        setattr(owner, name, make(original))
        for service, names in operations.items():
            for operation in names:
                MENDED.setdefault((service, operation), []).append(where)
        return make

    return apply


def check_version() -> None:
    """Another moto than the pinned one: every mend is checked at once, before the server answers anything."""
    import moto

    from .rules import load_all

    if moto.__version__ != MOTO_VERSION:
        load_all()
