"""States that pass while one looks: no clock moves them, but each describe is a step.

What was just asked for is seen in its passing state once, and then as it becomes.

https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/accessing-monitoring.html#Overview.DBInstance.Status
"""

from __future__ import annotations

from typing import Any

#: of instances, clusters and their snapshots; each becomes available
PASSING = ("creating", "modifying", "upgrading", "rebooting", "renaming", "resetting-master-credentials", "starting", "promoting")


def enter(thing: Any, status: str) -> None:
    thing.status = status
    thing.seen = False


def look(thing: Any) -> None:
    """One describe: the first still shows the passing state."""
    if not getattr(thing, "seen", True):
        thing.seen = True
    else:
        settle(thing)


def settle(thing: Any) -> None:
    """What was seen as it passes has passed by the next call, whatever that is."""
    status = thing.__dict__.get("_status", thing.__dict__.get("status"))
    if getattr(thing, "seen", True) and status in (*PASSING, "stopping"):
        thing.status = "stopped" if status == "stopping" else "available"
