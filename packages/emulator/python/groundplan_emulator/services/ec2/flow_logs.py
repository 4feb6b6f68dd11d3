"""Flow logs: moto forgets how files in S3 are laid out, and takes their folder for a part of the bucket's name.

https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_FlowLog.html
https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-permissions.html
"""

from ...call import AwsError
from ...documents import statements
from ...locks import LOCKS
from ...rules import after, before
from ..logs import backend as logs
from ..logs import delivery_policies

_BUCKET = "arn:aws:s3:::"


@before("ec2", "CreateFlowLogs")
def check_bucket(call):
    destination = call.params.get("LogDestination") or ""
    if call.params.get("LogDestinationType") != "s3" or not destination.startswith(_BUCKET):
        return
    name, _, folder = destination.removeprefix(_BUCKET).partition("/")
    if "AWSLogs" in folder.split("/"):
        raise AwsError("InvalidParameter", "AWSLogs is a reserved term, and no name of a subfolder.")
    bucket = logs.bucket(name)
    # to one of the caller's own AWS adds what its policy lacks
    if bucket is not None and bucket.account_id != call.account and not _may_write(call, bucket, folder):
        raise AwsError("InvalidParameter", f"Access Denied for LogDestination: {name}. Please check LogDestination permission")
    if folder and any((one.resource_id in call.params["ResourceIds"] and one.log_destination == destination) for one in _standing(call)):
        raise AwsError("FlowLogAlreadyExists", "There is an existing Flow Log with the same configuration and log destination.")
    call.params["LogDestination"], call.notes["destination"] = _BUCKET + name, destination


def _standing(call):
    from moto.ec2.models import ec2_backends

    return list(ec2_backends[call.account][call.region].flow_logs.values())


def _may_write(call, bucket, folder):
    hive = (call.params.get("DestinationOptions") or {}).get("HiveCompatiblePartitions")
    account = f"aws-account-id={call.account}" if hive else call.account
    path = "/".join(filter(None, [bucket.name, folder.strip("/"), "AWSLogs", account, "file"]))
    sent = {
        "aws:sourceaccount": call.account,
        "aws:sourcearn": f"arn:aws:logs:{call.region}:{call.account}:*",
        "s3:x-amz-acl": "bucket-owner-full-control",
    }
    with LOCKS["s3"]:
        return any(delivery_policies.lets(statement, _BUCKET + path, sent) for statement in statements(bucket.policy or b""))


@after("ec2", "CreateFlowLogs")
def remember_destination(call, answer):
    from moto.ec2.models import ec2_backends

    for flow_log in answer.get("FlowLogIds", []):
        call.kind("flow log")[flow_log] = call.params.get("DestinationOptions")
        if "destination" in call.notes:
            ec2_backends[call.account][call.region].flow_logs[flow_log].log_destination = call.notes["destination"]


@after("ec2", "DescribeFlowLogs")
def show_destination(call, answer):
    for flow_log in answer.get("FlowLogs", []):
        options = call.kind("flow log").get(flow_log["FlowLogId"])
        if options:
            flow_log["DestinationOptions"] = options
        if flow_log.get("LogDestinationType") == "cloud-watch-logs" and flow_log.get("LogDestination") and not flow_log.get("LogGroupName"):
            flow_log["LogGroupName"] = flow_log["LogDestination"].split(":")[6]


@after("ec2", "DeleteFlowLogs")
def forget_destination_options(call, answer):
    for flow_log in call.params.get("FlowLogIds", []):
        call.kind("flow log").pop(flow_log, None)
