"""Pairs of cpu and memory that Fargate has.

https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size
"""

from __future__ import annotations

import re

_GIB = 1024

#: CPU units by the memory that they may have, in MiB
SIZES: dict[int, frozenset[int]] = {
    256: frozenset({512, _GIB, 2 * _GIB}),
    512: frozenset(range(_GIB, 4 * _GIB + 1, _GIB)),
    1024: frozenset(range(2 * _GIB, 8 * _GIB + 1, _GIB)),
    2048: frozenset(range(4 * _GIB, 16 * _GIB + 1, _GIB)),
    4096: frozenset(range(8 * _GIB, 30 * _GIB + 1, _GIB)),
    8192: frozenset(range(16 * _GIB, 60 * _GIB + 1, 4 * _GIB)),
    16384: frozenset(range(32 * _GIB, 120 * _GIB + 1, 8 * _GIB)),
}


def cpu_units(text: str) -> int | None:
    """1024 of "1024" and of "1 vCPU"."""
    found = re.fullmatch(r"\s*([\d.]+)\s*vcpu\s*", text.lower())
    return int(float(found[1]) * 1024) if found else _number(text)


def mebibytes(text: str) -> int | None:
    """2048 of "2048" and of "2 GB"."""
    found = re.fullmatch(r"\s*([\d.]+)\s*gb\s*", text.lower())
    return int(float(found[1]) * _GIB) if found else _number(text)


def _number(text: str) -> int | None:
    return int(text) if text.strip().isdigit() else None
