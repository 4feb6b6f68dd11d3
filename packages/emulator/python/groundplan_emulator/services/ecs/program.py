"""The one program that the emulator runs: `sh -c "echo <text>; exit <n>"`, exactly so.

There is no container engine here. Any other container of a service runs for ever, and of a one-off task ends with exit code 0. This
program is here so that a deployment can fail in a test as a broken application would, and leave its last words in the log.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

_ECHO_AND_EXIT = re.compile(r"""^echo\s+(?P<text>.*?);\s*exit\s+(?P<code>\d{1,3})$""", re.DOTALL)


@dataclass(frozen=True)
class Exit:
    text: str
    code: int


def exit_of(container: dict[str, Any]) -> Exit | None:
    """How the container ends; none where it is another program."""
    words = [*(container.get("entryPoint") or []), *(container.get("command") or [])]
    if len(words) != 3 or words[:2] != ["sh", "-c"]:
        return None
    found = _ECHO_AND_EXIT.match(words[2].strip())
    return Exit(_unquoted(found["text"].strip()), int(found["code"])) if found else None


def _unquoted(text: str) -> str:
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"" else text
