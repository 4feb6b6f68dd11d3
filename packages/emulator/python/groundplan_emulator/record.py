"""What happened on this server: which operations were called, which nobody answered, and what was let pass that AWS refuses."""

from __future__ import annotations

import threading
from collections import Counter
from typing import Any


class Record:
    def __init__(self) -> None:
        #: whether what AWS refuses for the sake of something else is let pass, and told
        self.lenient = False
        self._lock = threading.Lock()
        self._calls: Counter[str] = Counter()
        self._faults: list[dict[str, str]] = []
        self._passed: list[dict[str, str]] = []

    def call(self, service: str, operation: str) -> None:
        with self._lock:
            self._calls[f"{service}:{operation}"] += 1

    def fault(self, service: str, operation: str, kind: str, detail: str) -> None:
        """`kind` is "unanswered" or "traceback"; each is kept once."""
        self._keep(self._faults, {"service": service, "operation": operation, "kind": kind, "detail": detail})

    def passed(self, service: str, operation: str, refusal: str) -> None:
        """Each is kept once."""
        self._keep(self._passed, {"service": service, "operation": operation, "refusal": refusal})

    def _keep(self, entries: list[dict[str, str]], entry: dict[str, str]) -> None:
        with self._lock:
            if entry not in entries:
                entries.append(entry)

    def calls(self) -> dict[str, int]:
        with self._lock:
            return dict(sorted(self._calls.items()))

    def faults(self) -> list[dict[str, Any]]:
        with self._lock:
            return [dict(entry) for entry in self._faults]

    def concessions(self) -> list[dict[str, Any]]:
        with self._lock:
            return [dict(entry) for entry in self._passed]

    def clear(self) -> None:
        with self._lock:
            self._calls.clear()
            self._faults.clear()
            self._passed.clear()


RECORD = Record()
