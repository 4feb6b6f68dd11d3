"""Clusters of brokers: what moto forgets or makes up of them, and what MSK would not take.

No clock moves one, but looking: the first look shows its passing state.

https://docs.aws.amazon.com/msk/1.0/apireference/clusters.html
https://docs.aws.amazon.com/msk/1.0/apireference/clusters-clusterarn-bootstrap-brokers.html
https://docs.aws.amazon.com/msk/latest/developerguide/limits.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import after, before, stub
from . import configurations

_PASSING = {"CREATING": "ACTIVE", "UPDATING": "ACTIVE"}
_VOLUME = (1, 16384)
#: ports by how brokers are reached
_PORTS = {"": 9092, "Tls": 9094, "SaslScram": 9096, "SaslIam": 9098}


def _backend(call: Call) -> Any:
    from moto.kafka.models import kafka_backends

    return kafka_backends[call.account][call.region]


def existing(call: Call) -> dict[str, Any]:
    """What was asked for, and what became of it; serverless clusters are moto's alone."""
    found = call.kind("cluster").get(call.params["ClusterArn"])
    if found is None:
        raise AwsError("NotFoundException", f"The cluster {call.params['ClusterArn']} does not exist.", 404)
    return found


def provisioned(call: Call) -> dict[str, Any] | None:
    if call.operation == "CreateCluster":
        return call.params
    found: dict[str, Any] | None = call.params.get("Provisioned")
    return found


@before("kafka", "CreateCluster", "CreateClusterV2")
def check(call: Call) -> None:
    wanted, name = provisioned(call), call.params["ClusterName"]
    if any(cluster.cluster_name == name for cluster in _backend(call).clusters.values()):
        raise AwsError("ConflictException", f"A resource with name {name} already exists.", 409)
    if wanted is None:
        return
    nodes = wanted["BrokerNodeGroupInfo"]
    zones, brokers = len(nodes["ClientSubnets"]), wanted["NumberOfBrokerNodes"]
    if zones not in (2, 3) or brokers % zones:
        raise AwsError(
            "BadRequestException", "The number of broker nodes must be a multiple of Availability Zones in the Subnets parameter."
        )
    check_volume((nodes.get("StorageInfo") or {}).get("EbsStorageInfo", {}).get("VolumeSize"))
    if wanted.get("ConfigurationInfo"):
        configurations.existing(call, wanted["ConfigurationInfo"]["Arn"])


def check_volume(size: int | None, standing: int = 0) -> None:
    least, most = _VOLUME
    if size is not None and not max(least, standing) <= size <= most:
        text = f"The volume size must be between {max(least, standing)} and {most} GiB; storage never shrinks."
        raise AwsError("BadRequestException", text)


@after("kafka", "CreateCluster", "CreateClusterV2")
def keep(call: Call, answer: dict[str, Any]) -> None:
    wanted = provisioned(call)
    if wanted is None:
        return
    transit = {"ClientBroker": "TLS", "InCluster": True, **((wanted.get("EncryptionInfo") or {}).get("EncryptionInTransit") or {})}
    rest = (wanted.get("EncryptionInfo") or {}).get("EncryptionAtRest") or {"DataVolumeKMSKeyId": call.arn("key/aws-msk", service="kms")}
    info = {"EncryptionAtRest": rest, "EncryptionInTransit": transit}
    nodes = {"BrokerAZDistribution": "DEFAULT", **wanted["BrokerNodeGroupInfo"]}
    nodes.setdefault("ConnectivityInfo", {"PublicAccess": {"Type": "DISABLED"}})
    kept = {
        name: wanted[name] for name in ("ConfigurationInfo", "ClientAuthentication", "OpenMonitoring", "LoggingInfo") if wanted.get(name)
    }
    call.kind("cluster")[answer["ClusterArn"]] = {
        **kept,
        "BrokerNodeGroupInfo": nodes,
        "EncryptionInfo": info,
        "EnhancedMonitoring": wanted.get("EnhancedMonitoring") or "DEFAULT",
        "KafkaVersion": wanted["KafkaVersion"],
        "NumberOfBrokerNodes": wanted["NumberOfBrokerNodes"],
        "StorageMode": wanted.get("StorageMode") or "LOCAL",
        "State": "CREATING",
        "CurrentVersion": 1,
    }


@before("kafka", "DescribeCluster", "DescribeClusterV2", "DeleteCluster")
def look_for(call: Call) -> None:
    """moto breaks on one that is gone."""
    if call.params["ClusterArn"] not in _backend(call).clusters:
        raise AwsError("NotFoundException", f"The cluster {call.params['ClusterArn']} does not exist.", 404)


@after("kafka", "DescribeCluster", "DescribeClusterV2")
def show(call: Call, answer: dict[str, Any]) -> None:
    kept, shown = call.kind("cluster").get(call.params["ClusterArn"]), answer["ClusterInfo"]
    if kept is None:
        return
    software = {"KafkaVersion": kept["KafkaVersion"]}
    if kept.get("ConfigurationInfo"):
        software |= {"ConfigurationArn": kept["ConfigurationInfo"]["Arn"], "ConfigurationRevision": kept["ConfigurationInfo"]["Revision"]}
    hidden = ("ConfigurationInfo", "KafkaVersion", "State", "CurrentVersion")
    part = {**{name: value for name, value in kept.items() if name not in hidden}, "CurrentBrokerSoftwareInfo": software}
    part |= {f"ZookeeperConnectString{kind}": _servers(call, "z", port) for kind, port in (("", 2181), ("Tls", 2182))}
    for name in ("ActiveOperationArn", "StateInfo", *part, "ClientAuthentication", "OpenMonitoring", "LoggingInfo"):
        shown.pop(name, None)
    shown.update({"State": kept["State"], "CurrentVersion": f"K{kept['CurrentVersion']}"})
    if call.operation == "DescribeClusterV2":
        shown["Provisioned"] = part
    else:
        shown.update(part)
    kept["State"] = _PASSING.get(kept["State"], kept["State"])


def _servers(call: Call, prefix: str, port: int) -> str:
    name = _backend(call).clusters[call.params["ClusterArn"]].cluster_name
    hosts = (f"{prefix}-{number}.{name}.abc123.c2.kafka.{call.region}.amazonaws.com:{port}" for number in (1, 2, 3))
    return ",".join(hosts)


@stub("kafka", "GetBootstrapBrokers")
def brokers(call: Call) -> dict[str, str]:
    kept = existing(call)
    sasl = (kept.get("ClientAuthentication") or {}).get("Sasl") or {}
    transit = kept["EncryptionInfo"]["EncryptionInTransit"]["ClientBroker"]
    wanted = {"": transit != "TLS", "Tls": transit != "PLAINTEXT" and not sasl}
    wanted |= {f"Sasl{kind}": bool((sasl.get(kind) or {}).get("Enabled")) for kind in ("Scram", "Iam")}
    return {f"BootstrapBrokerString{kind}": _servers(call, "b", _PORTS[kind]) for kind, there in wanted.items() if there}


@stub("kafka", "ListScramSecrets")
def secrets(call: Call) -> dict[str, list[str]]:
    """None: nothing here associates one."""
    existing(call)
    return {"SecretArnList": []}


@after("kafka", "DeleteCluster")
def forget(call: Call, answer: dict[str, Any]) -> None:
    call.kind("cluster").pop(call.params["ClusterArn"], None)
