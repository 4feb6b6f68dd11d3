"""Changes of a cluster: each names the version that it changes, and makes a new one.

https://docs.aws.amazon.com/msk/1.0/apireference/clusters-clusterarn-nodes-storage.html
https://docs.aws.amazon.com/msk/1.0/apireference/clusters-clusterarn-configuration.html
https://docs.aws.amazon.com/msk/1.0/apireference/operations-clusteroperationarn.html
"""

from __future__ import annotations

import datetime
import uuid
from typing import Any

from ...call import AwsError, Call
from ...rules import stub
from . import configurations
from .clusters import check_volume, existing

_KINDS = {
    "UpdateBrokerCount": "INCREASE_BROKER_COUNT",
    "UpdateBrokerStorage": "INCREASE_BROKER_STORAGE",
    "UpdateBrokerType": "UPDATE_BROKER_TYPE",
    "UpdateClusterConfiguration": "UPDATE_CLUSTER_CONFIGURATION",
    "UpdateClusterKafkaVersion": "UPDATE_CLUSTER_KAFKA_VERSION",
    "UpdateMonitoring": "UPDATE_MONITORING",
    "UpdateSecurity": "UPDATE_SECURITY",
}


@stub("kafka", *_KINDS)
def change(call: Call) -> dict[str, str]:
    kept, params = existing(call), call.params
    if params["CurrentVersion"] != f"K{kept['CurrentVersion']}":
        raise AwsError("BadRequestException", "The version of the cluster specified is not the current version.")
    if kept["State"] not in ("ACTIVE", "UPDATING"):
        raise AwsError("BadRequestException", f"You can't update your cluster because it is in {kept['State']} state.")
    _apply(call, kept)
    kept.update(CurrentVersion=kept["CurrentVersion"] + 1, State="UPDATING")
    arn = params["ClusterArn"].replace(":cluster/", ":cluster-operation/") + f"/{uuid.uuid4()}"
    now = datetime.datetime.now(datetime.timezone.utc)
    started = {"ClusterArn": params["ClusterArn"], "OperationArn": arn, "OperationState": "UPDATE_IN_PROGRESS", "CreationTime": now}
    call.kind("operation")[arn] = {**started, "OperationType": _KINDS[call.operation]}
    return {"ClusterArn": params["ClusterArn"], "ClusterOperationArn": arn}


def _apply(call: Call, kept: dict[str, Any]) -> None:
    params, nodes = call.params, kept["BrokerNodeGroupInfo"]
    match call.operation:
        case "UpdateBrokerStorage":
            ebs = nodes.setdefault("StorageInfo", {}).setdefault("EbsStorageInfo", {})
            for target in params["TargetBrokerEBSVolumeInfo"]:
                check_volume(target.get("VolumeSizeGB"), ebs.get("VolumeSize") or 0)
                ebs["VolumeSize"] = target.get("VolumeSizeGB") or ebs.get("VolumeSize")
        case "UpdateBrokerCount":
            if params["TargetNumberOfBrokerNodes"] <= kept["NumberOfBrokerNodes"]:
                raise AwsError("BadRequestException", "The number of brokers can only grow here.")
            kept["NumberOfBrokerNodes"] = params["TargetNumberOfBrokerNodes"]
        case "UpdateBrokerType":
            nodes["InstanceType"] = params["TargetInstanceType"]
        case "UpdateClusterConfiguration":
            configurations.existing(call, params["ConfigurationInfo"]["Arn"])
            kept["ConfigurationInfo"] = params["ConfigurationInfo"]
        case "UpdateClusterKafkaVersion":
            kept["KafkaVersion"] = params["TargetKafkaVersion"]
            kept["ConfigurationInfo"] = params.get("ConfigurationInfo") or kept.get("ConfigurationInfo")
        case _:
            for name in ("EnhancedMonitoring", "OpenMonitoring", "LoggingInfo", "ClientAuthentication"):
                if params.get(name):
                    kept[name] = params[name]
            kept["EncryptionInfo"] = {**kept["EncryptionInfo"], **(params.get("EncryptionInfo") or {})}


@stub("kafka", "DescribeClusterOperation", "DescribeClusterOperationV2")
def describe(call: Call) -> dict[str, Any]:
    found = call.kind("operation").get(call.params["ClusterOperationArn"])
    if found is None:
        raise AwsError("NotFoundException", f"The operation {call.params['ClusterOperationArn']} does not exist.", 404)
    shown = dict(found)
    found["OperationState"] = "UPDATE_COMPLETE"
    if call.operation.endswith("V2"):
        shown = {**shown, "StartTime": shown.pop("CreationTime"), "ClusterType": "PROVISIONED"}
    return {"ClusterOperationInfo": shown}
