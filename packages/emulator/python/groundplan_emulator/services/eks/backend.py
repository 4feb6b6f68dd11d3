"""moto's clusters."""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call


def of(call: Call) -> Any:
    from moto.eks.models import eks_backends

    return eks_backends[call.account][call.region]


def cluster(call: Call) -> Any:
    name = call.params.get("clusterName") or call.params.get("name")
    found = of(call).clusters.get(name)
    if found is None:
        raise missing(f"No cluster found for name: {name}.")
    return found


def missing(text: str) -> AwsError:
    return AwsError("ResourceNotFoundException", text, 404)


def invalid(text: str) -> AwsError:
    return AwsError("InvalidParameterException", text)
