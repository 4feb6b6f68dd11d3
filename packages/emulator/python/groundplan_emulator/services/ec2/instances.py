"""Instances: detailed monitoring, and a root volume without a size.

https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_MonitorInstances.html
https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EbsBlockDevice.html
"""

from ...rules import after, before, stub

#: of the Amazon Linux images; a volume without size takes its snapshot's
_SNAPSHOT_GIB = 8


@stub("ec2", "MonitorInstances", "UnmonitorInstances")
def switch_monitoring(call):
    state = "enabled" if call.operation == "MonitorInstances" else "disabled"
    for instance in call.params["InstanceIds"]:
        call.kind("monitoring")[instance] = state
    return {"InstanceMonitorings": [{"InstanceId": name, "Monitoring": {"State": state}} for name in call.params["InstanceIds"]]}


@before("ec2", "RunInstances")
def size_of_snapshot(call):
    for device in call.params.get("BlockDeviceMappings") or []:
        volume = device.get("Ebs")
        if volume is not None and not volume.get("VolumeSize") and not volume.get("SnapshotId"):
            volume["VolumeSize"] = _SNAPSHOT_GIB


@after("ec2", "RunInstances")
def remember_monitoring(call, answer):
    enabled = (call.params.get("Monitoring") or {}).get("Enabled")
    for instance in answer.get("Instances", []):
        call.kind("monitoring")[instance["InstanceId"]] = "enabled" if enabled else "disabled"


@after("ec2", "DescribeInstances")
def show_monitoring(call, answer):
    for reservation in answer.get("Reservations", []):
        for instance in reservation.get("Instances", []):
            instance["Monitoring"] = {"State": call.kind("monitoring").get(instance["InstanceId"], "disabled")}
