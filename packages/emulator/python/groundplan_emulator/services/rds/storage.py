"""Storage of instances and Multi-AZ DB clusters: sizes, IOPS and throughput.

https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.ModifyingExisting.html
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.Autoscaling.html
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from ...call import AwsError

_LARGEST_GIB = 65536
_SMALLEST_GIB = {"gp2": 20, "gp3": 20, "io1": 100, "io2": 100, "standard": 5}

#: from this size gp3 is striped over four volumes, and IOPS and throughput can be chosen
STRIPED_FROM_GIB = 400
_GP3_BASELINE = {"iops": 3000, "throughput": 125}
_GP3_STRIPED = {"iops": 12000, "throughput": 500}
_GP3_MOST = {"iops": 64000, "throughput": 4000}
_GP3_IOPS_PER_GIB, _GP3_MIBPS_PER_IOPS = 500, 0.25
_PROVISIONED_IOPS = (1000, 256000)
_PROVISIONED_IOPS_PER_GIB = {"io1": (0.5, 50), "io2": (0.5, 1000)}
#: a ceiling for storage autoscaling lies at least this much above the size
_CEILING_OVER_SIZE = 1.1
#: what a size grows by at least, when it grows
_LEAST_GROWTH = 1.1


@dataclass
class Storage:
    engine: str
    type: str
    size: int
    iops: int | None = None
    throughput: int | None = None
    ceiling: int | None = None


def complete(storage: Storage) -> Storage:
    """Checked, and with the baseline of gp3, which RDS shows as if it had been asked for."""
    if storage.type not in _SMALLEST_GIB:
        raise AwsError("InvalidParameterValue", f"Invalid storage type: {storage.type}")
    if not _SMALLEST_GIB[storage.type] <= storage.size <= _LARGEST_GIB:
        text = f"Invalid storage size for engine name {storage.engine} and storage type {storage.type}: {storage.size}"
        raise AwsError("InvalidParameterValue", text)
    if storage.type == "gp3":
        _complete_gp3(storage)
    elif storage.type in _PROVISIONED_IOPS_PER_GIB:
        _check_provisioned(storage)
    elif storage.iops:
        raise AwsError("InvalidParameterCombination", f"You can't specify IOPS for storage type {storage.type}.")
    if storage.throughput and storage.type != "gp3":
        raise AwsError("InvalidParameterCombination", f"You can't specify storage throughput for storage type {storage.type}.")
    _check_ceiling(storage)
    return storage


def _complete_gp3(storage: Storage) -> None:
    if storage.size < STRIPED_FROM_GIB:
        chosen = {"iops": storage.iops, "throughput": storage.throughput}
        if any(value not in (None, 0, _GP3_BASELINE[name]) for name, value in chosen.items()):
            what = f"engine {storage.engine} and a storage size less than {STRIPED_FROM_GIB}"
            raise AwsError("InvalidParameterCombination", f"You can't specify IOPS or storage throughput for {what}.")
        storage.iops, storage.throughput = _GP3_BASELINE["iops"], _GP3_BASELINE["throughput"]
        return
    storage.iops = storage.iops or _GP3_STRIPED["iops"]
    storage.throughput = storage.throughput or _GP3_STRIPED["throughput"]
    _within("IOPS", storage.iops, _GP3_STRIPED["iops"], _GP3_MOST["iops"])
    _within("storage throughput", storage.throughput, _GP3_STRIPED["throughput"], _GP3_MOST["throughput"])
    if storage.iops > storage.size * _GP3_IOPS_PER_GIB:
        raise AwsError("InvalidParameterCombination", f"The IOPS to GiB ratio must not exceed {_GP3_IOPS_PER_GIB} for storage type gp3.")
    if storage.throughput > storage.iops * _GP3_MIBPS_PER_IOPS:
        text = f"The storage throughput to IOPS ratio must not exceed {_GP3_MIBPS_PER_IOPS} for storage type gp3."
        raise AwsError("InvalidParameterCombination", text)


def _within(what: str, value: int, least: int, most: int) -> None:
    if not least <= value <= most:
        raise AwsError("InvalidParameterCombination", f"Invalid {what} value {value}. Valid values are from {least} to {most}.")


def _check_provisioned(storage: Storage) -> None:
    if not storage.iops:
        raise AwsError("InvalidParameterCombination", f"You must specify IOPS for storage type {storage.type}.")
    _within("IOPS", storage.iops, *_PROVISIONED_IOPS)
    least, most = _PROVISIONED_IOPS_PER_GIB[storage.type]
    if not least <= storage.iops / storage.size <= most:
        text = f"Invalid IOPS to storage (GB) ratio {storage.iops / storage.size:.2f}; it must be between {least} and {most}."
        raise AwsError("InvalidParameterCombination", text)


def _check_ceiling(storage: Storage) -> None:
    """A ceiling that equals the size switches autoscaling off."""
    if not storage.ceiling or storage.ceiling == storage.size:
        storage.ceiling = None
    elif storage.ceiling < math.ceil(storage.size * _CEILING_OVER_SIZE):
        text = "Max storage size must be at least 10% greater than storage size" if storage.ceiling > storage.size else None
        raise AwsError("InvalidParameterCombination", text or "Max storage size must be greater than storage size")


def grown(before: int, wanted: int) -> int:
    """The size that a change comes to: never less, and at least a tenth more.

    https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBInstance.html (AllocatedStorage)
    """
    if wanted < before:
        text = f"The allocated storage size can't be decreased. Current storage: {before} GiB, requested: {wanted} GiB."
        raise AwsError("InvalidParameterCombination", text)
    return before if wanted == before else max(wanted, math.floor(before * _LEAST_GROWTH))
