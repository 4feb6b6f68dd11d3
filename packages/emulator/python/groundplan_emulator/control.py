"""The server's own endpoints, under /_groundplan."""

from __future__ import annotations

import json
import os
import threading
from typing import Any

from .identify import Request
from .messages import Response
from .record import RECORD
from .store import STORE

PREFIX = "/_groundplan/"
_ready = threading.Event()


def set_ready() -> None:
    _ready.set()


def respond(request: Request) -> Response:
    endpoint = (request.method, request.raw_path.removeprefix(PREFIX))
    match endpoint:
        case ("GET", "health"):
            return _json({"ready": _ready.is_set(), "pid": os.getpid(), "lenient": RECORD.lenient}, 200 if _ready.is_set() else 503)
        case ("GET", "faults"):
            return _json(RECORD.faults())
        case ("GET", "calls"):
            return _json(RECORD.calls())
        case ("GET", "concessions"):
            return _json(RECORD.concessions())
        case ("POST", "record/reset"):
            RECORD.clear()
            return _json({})
        case ("POST", "reset"):
            _reset()
            return _json({})
    return _json({"message": f"no endpoint {request.method} {request.raw_path}"}, 404)


def _reset() -> None:
    """Forgets everything: every account's resources, what rules keep, the record."""
    from moto.moto_api._internal.models import moto_api_backend

    moto_api_backend.reset()
    STORE.clear()
    RECORD.clear()


def _json(value: Any, status: int = 200) -> Response:
    return Response(status, [("Content-Type", "application/json")], json.dumps(value).encode())
