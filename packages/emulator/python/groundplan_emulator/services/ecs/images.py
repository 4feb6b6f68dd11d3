"""Whether an image can be pulled: one in ECR must have been pushed there, those of other registries always can.

https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html
https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache.html
"""

from __future__ import annotations

import re

from ...locks import LOCKS
from ...store import STORE

_ECR = re.compile(
    r"^(?P<account>\d{12})\.dkr\.ecr\.(?P<region>[a-z0-9-]+)\.amazonaws\.com/"
    r"(?P<repository>[^:@]+)(?::(?P<tag>[^@]+))?(?:@(?P<digest>sha256:[0-9a-f]+))?$"
)


def in_ecr(image: str) -> bool:
    return _ECR.match(image) is not None


def cannot_pull(image: str) -> str | None:
    """The reason that AWS gives; none where the image is there."""
    found = _ECR.match(image)
    if found is None or _cached(found) or _pushed(found):
        return None
    named = image if found["tag"] or found["digest"] else f"{image}:latest"
    return f"CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref {named}: {named}: not found"


def _cached(found: re.Match[str]) -> bool:
    """A pull-through cache fetches what it has not."""
    rules = STORE.kind(found["account"], found["region"], "ecr", "pull-through cache rule")
    return any(found["repository"].startswith(f"{prefix}/") for prefix in rules)


def _pushed(found: re.Match[str]) -> bool:
    from moto.ecr.models import ecr_backends

    with LOCKS["ecr"]:
        repository = ecr_backends[found["account"]][found["region"]].repositories.get(found["repository"])
        if repository is None:
            return False
        if found["digest"]:
            return any(image.get_image_digest() == found["digest"] for image in repository.images)
        return any((found["tag"] or "latest") in image.image_tags for image in repository.images)
