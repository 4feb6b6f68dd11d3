"""python -m groundplan_emulator --port 0: prints one JSON line with port and pid once it answers."""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys

DEFAULTS = {
    # the policies that AWS manages, such as AmazonSSMManagedInstanceCore
    "MOTO_IAM_LOAD_MANAGED_POLICIES": "true",
    "MOTO_DISABLE_GLOBAL_CORS": "true",
}


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="groundplan_emulator", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0 (default) takes a free one")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--ready-file", help="the same JSON, written whole once the server answers")
    parser.add_argument("--lenient", action="store_true", help="let pass, and tell, what AWS refuses for another resource's policy")
    return parser.parse_args()


def main() -> None:
    chosen = arguments()
    for name, value in DEFAULTS.items():
        os.environ.setdefault(name, value)
    # moto chooses another account for everything if this is set
    os.environ.pop("MOTO_ACCOUNT_ID", None)
    from .record import RECORD
    from .server import listen

    RECORD.lenient = chosen.lenient

    server, port = listen(chosen.host, chosen.port)
    os.environ["MOTO_PORT"] = str(port)
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: os._exit(0))
    tell(json.dumps({"port": port, "pid": os.getpid()}), chosen.ready_file)
    server.serve()


def tell(line: str, ready_file: str | None) -> None:
    print(line, flush=True)
    if ready_file is not None:
        with open(f"{ready_file}.part", "w", encoding="utf-8") as part:
            part.write(line)
        os.replace(f"{ready_file}.part", ready_file)


if __name__ == "__main__":
    from .mend import MotoChanged

    try:
        main()
    except (MotoChanged, OSError) as problem:
        sys.exit(f"groundplan_emulator: {problem}")
