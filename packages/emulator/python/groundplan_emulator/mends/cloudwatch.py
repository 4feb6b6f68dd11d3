"""CloudWatch's classes in moto."""

from moto.cloudwatch.models import CloudWatchBackend

from ..mend import mend
from ..store import STORE


@mend(CloudWatchBackend, "tag_resource", source="4e12e3165b99", operations={"cloudwatch": ["TagResource"]})
@mend(CloudWatchBackend, "untag_resource", source="8832bd39d560", operations={"cloudwatch": ["UntagResource"]})
def tags_of_composite_alarms(original):
    """moto does not know the alarms that a rule keeps."""

    def change(self, arn, tags):
        composites = STORE.kind(self.account_id, self.region_name, "cloudwatch", "composite alarm").values()
        if not any(alarm["AlarmArn"] == arn for alarm in composites):
            return original(self, arn, tags)
        changed = self.tagger.tag_resource if original.__name__ == "tag_resource" else self.tagger.untag_resource_using_names
        return changed(arn, tags)

    return change
