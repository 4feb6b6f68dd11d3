"""The registry of rules.

A rule is a plain function from a call to an answer, keyed by botocore's names of service and operation:

- `@stub` answers in moto's place, where moto lacks the operation;
- `@before` changes or refuses the call before moto sees it;
- `@after` mends moto's answer, parsed, before it goes out.

The rules of a service live in `services/<service>` and are loaded with the first request to it.
"""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
import threading
from collections.abc import Callable
from typing import Any

from .call import Call

Answer = dict[str, Any] | bytes
Stub = Callable[[Call], Answer | None]
Before = Callable[[Call], None]
After = Callable[[Call, dict[str, Any]], Answer | None]

STUBS: dict[tuple[str, str], Stub] = {}
BEFORE: dict[tuple[str, str], list[Before]] = {}
AFTER: dict[tuple[str, str], list[After]] = {}

#: services by what became of loading them: half of a service's mends must not answer as if they were all
_loaded: dict[str, Exception | None] = {}
_loading = threading.RLock()


def stub(service: str, *operations: str) -> Callable[[Stub], Stub]:
    def register(rule: Stub) -> Stub:
        for operation in operations:
            if (service, operation) in STUBS:
                raise ValueError(f"two stubs for {service} {operation}; keep one")
            STUBS[service, operation] = rule
        return rule

    return register


def before(service: str, *operations: str) -> Callable[[Before], Before]:
    def register(rule: Before) -> Before:
        for operation in operations:
            BEFORE.setdefault((service, operation), []).append(rule)
        return rule

    return register


def after(service: str, *operations: str) -> Callable[[After], After]:
    def register(rule: After) -> After:
        for operation in operations:
            AFTER.setdefault((service, operation), []).append(rule)
        return rule

    return register


def load(service: str) -> None:
    """Loads the mends and rules of a service, once; a service without any is moto's alone."""
    with _loading:
        if service not in _loaded:
            _loaded[service] = _load(service.replace("-", "_"))
        problem = _loaded[service]
        if problem is not None:
            raise problem


def _load(name: str) -> Exception | None:
    try:
        for folder in ("mends", "services"):
            module = f"{__package__}.{folder}.{name}"
            if importlib.util.find_spec(module) is not None:
                _load_all(module)
    except Exception as problem:
        return problem
    return None


def load_all() -> None:
    for folder in ("mends", "services"):
        package = importlib.import_module(f"{__package__}.{folder}")
        for found in pkgutil.iter_modules(package.__path__):
            _load_all(f"{package.__name__}.{found.name}")


def _load_all(module: str) -> None:
    loaded = importlib.import_module(module)
    for found in pkgutil.iter_modules(getattr(loaded, "__path__", [])):
        importlib.import_module(f"{module}.{found.name}")
