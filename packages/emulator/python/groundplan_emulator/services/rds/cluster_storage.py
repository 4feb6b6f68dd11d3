"""Storage of clusters: Aurora grows by itself, a Multi-AZ DB cluster has volumes.

https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Overview.StorageReliability.html
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/create-multi-az-db-cluster.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError
from . import instance_classes, storage
from .engines import Engine

_AURORA_TYPES = ("aurora", "aurora-iopt1")
_MULTI_AZ_TYPES = ("io1", "io2", "gp3")
_OF_MULTI_AZ = ("DBClusterInstanceClass", "AllocatedStorage", "Iops")


def settle(engine: Engine, params: dict[str, Any]) -> None:
    if engine.is_aurora:
        _settle_aurora(engine, params)
    else:
        _settle_multi_az(engine, params)


def _settle_aurora(engine: Engine, params: dict[str, Any]) -> None:
    given = [name for name in _OF_MULTI_AZ if params.get(name)]
    if given:
        raise AwsError("InvalidParameterCombination", f"{', '.join(given)} can't be specified for engine {engine.name}.")
    kind = params.get("StorageType") or "aurora"
    if kind not in _AURORA_TYPES:
        raise AwsError("InvalidParameterCombination", f"The storage type {kind} isn't supported for engine {engine.name}.")
    params["StorageType"] = kind
    # shown by every cluster of Aurora's, whatever it holds
    params["AllocatedStorage"] = 1


def _settle_multi_az(engine: Engine, params: dict[str, Any]) -> None:
    if not params.get("DBClusterInstanceClass"):
        raise AwsError(
            "InvalidParameterCombination", f"DBClusterInstanceClass is required for a Multi-AZ DB cluster with engine {engine.name}."
        )
    if not params.get("AllocatedStorage"):
        raise AwsError("InvalidParameterCombination", f"AllocatedStorage is required for a Multi-AZ DB cluster with engine {engine.name}.")
    instance_classes.check(engine, params["DBClusterInstanceClass"], clustered=True)
    kind = params.get("StorageType") or "io1"
    if kind not in _MULTI_AZ_TYPES:
        raise AwsError("InvalidParameterCombination", f"The storage type {kind} isn't supported for Multi-AZ DB clusters.")
    whole = storage.complete(storage.Storage(engine.name, kind, params["AllocatedStorage"], params.get("Iops")))
    params.update(StorageType=kind, Iops=whole.iops)
