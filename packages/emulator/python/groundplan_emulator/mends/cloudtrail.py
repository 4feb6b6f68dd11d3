"""CloudTrail's classes in moto."""

from moto.cloudtrail.exceptions import S3BucketDoesNotExistException
from moto.cloudtrail.models import CloudTrailBackend, Trail

from ..mend import mend


@mend(Trail, "check_bucket_exists", source="e67633cb202a", operations={"cloudtrail": ["CreateTrail"]})
def buckets_of_any_account(original):
    """moto looks in the trail's own account; an archive is often another's.

    https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-set-bucket-policy-for-multiple-accounts.html
    """

    def check_bucket_exists(self):
        from moto.s3.models import s3_backends

        if self.bucket_name not in s3_backends.bucket_accounts:
            raise S3BucketDoesNotExistException(f"S3 bucket {self.bucket_name} does not exist!")

    return check_bucket_exists


@mend(CloudTrailBackend, "start_logging", source="a721a7dc429f", operations={"cloudtrail": ["StartLogging"]})
@mend(CloudTrailBackend, "stop_logging", source="6651f5093589", operations={"cloudtrail": ["StopLogging"]})
@mend(CloudTrailBackend, "delete_trail", source="218e9a59b419", operations={"cloudtrail": ["DeleteTrail"]})
def trails_by_arn(original):
    """A trail is named by its name or its ARN.

    https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_StartLogging.html
    """

    def act(self, name):
        return original(self, self.get_trail(name).trail_name)

    return act


@mend(
    CloudTrailBackend,
    "get_trail",
    source="01eef3688379",
    operations={"cloudtrail": ["GetTrail", "GetEventSelectors", "GetInsightSelectors"]},
)
def trails_of_every_region(original):
    """A trail of many regions is seen in each; moto looks in one.

    https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-multi-region-trails.html
    """

    def get_trail(self, name_or_arn):
        shown = self.describe_trails(include_shadow_trails=True)
        found = next((trail for trail in shown if name_or_arn in (trail.trail_name, trail.arn)), None)
        return found or original(self, name_or_arn)

    return get_trail


@mend(Trail, "put_event_selectors", source="faab312a8ca5", operations={"cloudtrail": ["PutEventSelectors"]})
def one_kind_of_selectors(original):
    """Those of one kind replace those of the other; moto keeps the advanced ones.

    https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutEventSelectors.html
    """

    def put_event_selectors(self, event_selectors, advanced_event_selectors):
        self.advanced_event_selectors = []
        return original(self, event_selectors, advanced_event_selectors)

    return put_event_selectors


@mend(Trail, "put_insight_selectors", source="84c13a2a3452", operations={"cloudtrail": ["PutInsightSelectors"]})
def insights_that_replace(original):
    """moto adds to what stands.

    https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutInsightSelectors.html
    """

    def put_insight_selectors(self, insight_selectors):
        self.insight_selectors = list(insight_selectors or [])

    return put_insight_selectors
