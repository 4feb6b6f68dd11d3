"""What holds for all of a region: serial console, public images and snapshots, metadata service, default key of volumes.

https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EnableSerialConsoleAccess.html
https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EnableImageBlockPublicAccess.html
https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EnableSnapshotBlockPublicAccess.html
https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyInstanceMetadataDefaults.html
https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyEbsDefaultKmsKeyId.html
"""

from ...rules import stub

_METADATA = ("HttpTokens", "HttpPutResponseHopLimit", "HttpEndpoint", "InstanceMetadataTags")


@stub("ec2", "EnableSerialConsoleAccess", "DisableSerialConsoleAccess", "GetSerialConsoleAccessStatus")
def serial_console(call):
    settings = call.kind("setting")
    if not call.operation.startswith("Get"):
        settings["serial console"] = call.operation.startswith("Enable")
    return {"SerialConsoleAccessEnabled": settings.get("serial console", False)}


@stub("ec2", "EnableImageBlockPublicAccess", "DisableImageBlockPublicAccess", "GetImageBlockPublicAccessState")
def public_images(call):
    settings = call.kind("setting")
    if call.operation.startswith("Enable"):
        settings["images"] = call.params["ImageBlockPublicAccessState"]
    elif call.operation.startswith("Disable"):
        settings["images"] = "unblocked"
    return {"ImageBlockPublicAccessState": settings.get("images", "unblocked")}


@stub("ec2", "EnableSnapshotBlockPublicAccess", "DisableSnapshotBlockPublicAccess", "GetSnapshotBlockPublicAccessState")
def public_snapshots(call):
    settings = call.kind("setting")
    if call.operation.startswith("Enable"):
        settings["snapshots"] = call.params["State"]
    elif call.operation.startswith("Disable"):
        settings["snapshots"] = "unblocked"
    return {"State": settings.get("snapshots", "unblocked")}


@stub("ec2", "ModifyInstanceMetadataDefaults")
def change_metadata_defaults(call):
    kept = call.kind("metadata default")
    for name in _METADATA:
        value = call.params.get(name)
        if value in ("no-preference", -1):
            kept.pop(name, None)
        elif value is not None:
            kept[name] = value
    return {"Return": True}


@stub("ec2", "GetInstanceMetadataDefaults")
def metadata_defaults(call):
    return {"AccountLevel": dict(call.kind("metadata default"))}


@stub("ec2", "ModifyEbsDefaultKmsKeyId", "ResetEbsDefaultKmsKeyId", "GetEbsDefaultKmsKeyId")
def default_key_of_volumes(call):
    settings = call.kind("setting")
    if call.operation.startswith("Modify"):
        settings["volume key"] = call.params["KmsKeyId"]
    elif call.operation.startswith("Reset"):
        settings.pop("volume key", None)
    return {"KmsKeyId": settings.get("volume key", call.arn("alias/aws/ebs", service="kms"))}
