"""What happened on this server: which operations were called, and which nobody answered."""

from __future__ import annotations

import threading
from collections import Counter
from typing import Any


class Record:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._calls: Counter[str] = Counter()
        self._faults: list[dict[str, str]] = []

    def call(self, service: str, operation: str) -> None:
        with self._lock:
            self._calls[f"{service}:{operation}"] += 1

    def fault(self, service: str, operation: str, kind: str, detail: str) -> None:
        """`kind` is "unanswered" or "traceback"; each is kept once."""
        entry = {"service": service, "operation": operation, "kind": kind, "detail": detail}
        with self._lock:
            if entry not in self._faults:
                self._faults.append(entry)

    def calls(self) -> dict[str, int]:
        with self._lock:
            return dict(sorted(self._calls.items()))

    def faults(self) -> list[dict[str, Any]]:
        with self._lock:
            return [dict(entry) for entry in self._faults]

    def clear(self) -> None:
        with self._lock:
            self._calls.clear()
            self._faults.clear()


RECORD = Record()
