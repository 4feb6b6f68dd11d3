"""Launch templates: their own tags are no part of what they launch.

https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateLaunchTemplate.html (TagSpecification)
"""

from ...rules import after


@after("ec2", "DescribeLaunchTemplateVersions", "CreateLaunchTemplateVersion")
def leave_own_tags_out(call, answer):
    for version in answer.get("LaunchTemplateVersions", [answer.get("LaunchTemplateVersion") or {}]):
        data = version.get("LaunchTemplateData") or {}
        kept = [tags for tags in data.get("TagSpecifications") or [] if tags.get("ResourceType") != "launch-template"]
        if "TagSpecifications" in data:
            data["TagSpecifications"] = kept
        if not kept:
            data.pop("TagSpecifications", None)
