"""python -m groundplan_emulator.coverage [--learn LOG ...]: rewrites coverage.json.

For each Terraform resource type: the operations that the AWS provider calls for it, and who answers each. The operations are
learnt from the provider's own log of a run (TF_LOG_PROVIDER=DEBUG, TF_LOG_PATH=LOG), who answers from the rules and mends.
"""

from __future__ import annotations

import argparse
import functools
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import botocore.session

from .mend import MENDED
from .rules import AFTER, BEFORE, STUBS, load_all

FILE = Path(__file__).parent.parent / "coverage.json"

_FIELD = r'=(?:"([^"]+)"|(\S+))'
_TYPE, _SERVICE, _METHOD = (re.compile(name + _FIELD) for name in ("tf_resource_type", r"rpc\.service", r"rpc\.method"))

_READS = ("Describe", "Get", "List", "Search", "Head", "Lookup", "BatchGet")
_REMOVES = ("Delete", "Untag", "Remove")


def learnt(log: Iterable[str]) -> dict[str, set[str]]:
    """The operations by resource type."""
    found: dict[str, set[str]] = {}
    for line in log:
        fields = [pattern.search(line) for pattern in (_TYPE, _SERVICE, _METHOD)]
        if all(fields):
            kind, service, method = (field[1] or field[2] for field in fields if field)
            found.setdefault(kind, set()).add(f"{_services()[service]}:{method}")
    return found


@functools.cache
def _services() -> dict[str, str]:
    session = botocore.session.get_session()
    return {session.get_service_model(name).service_id: name for name in session.get_available_services()}


def coverage(operations: dict[str, Iterable[str]]) -> dict[str, Any]:
    load_all()
    return {kind: _of_type(sorted(names)) for kind, names in sorted(operations.items())}


def _of_type(names: list[str]) -> dict[str, Any]:
    by = {name: answered_by(*name.split(":")) for name in names}
    return {"answeredBy": _weakest(by), "operations": by}


def _weakest(by: dict[str, str]) -> str:
    if any(who == "ours" and not name.split(":")[1].startswith((*_READS, *_REMOVES)) for name, who in by.items()):
        return "ours"
    return "moto" if set(by.values()) <= {"moto"} else "mended"


def answered_by(service: str, operation: str) -> str:
    key = (service, operation)
    if key in STUBS:
        return "ours"
    return "mended" if key in BEFORE or key in AFTER or key in MENDED else "moto"


def known() -> dict[str, set[str]]:
    return {kind: set(entry["operations"]) for kind, entry in json.loads(FILE.read_text()).items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--learn", nargs="*", default=[], metavar="LOG")
    operations = known()
    for log in parser.parse_args().learn:
        with open(log, encoding="utf-8", errors="replace") as lines:
            for kind, names in learnt(lines).items():
                operations.setdefault(kind, set()).update(names)
    FILE.write_text(json.dumps(coverage(operations), indent=2) + "\n")


if __name__ == "__main__":
    main()
