"""Flow logs: moto forgets how files in S3 are laid out.

https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_FlowLog.html
"""

from ...rules import after


@after("ec2", "CreateFlowLogs")
def remember_destination_options(call, answer):
    for flow_log in answer.get("FlowLogIds", []):
        call.kind("flow log")[flow_log] = call.params.get("DestinationOptions")


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
