"""CloudWatch Logs' classes in moto."""

from moto.logs.models import LogsBackend

from ..mend import mend
from ..services.logs import backend


@mend(LogsBackend, "create_delivery", source="39e66d866a5b", operations={"logs": ["CreateDelivery"]})
def destinations_of_other_accounts(original):
    """moto looks in the caller's account alone; AWS finds a destination by its ARN, and a rule has asked its policy.

    https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateDelivery.html
    """

    def create_delivery(self, delivery_source_name, delivery_destination_arn, *more, **named):
        found = backend.destination(delivery_destination_arn)
        if found is None or found in self.delivery_destinations.values():
            return original(self, delivery_source_name, delivery_destination_arn, *more, **named)
        # one caller at a time enters the service: nobody sees it here
        self.delivery_destinations[delivery_destination_arn] = found
        try:
            return original(self, delivery_source_name, delivery_destination_arn, *more, **named)
        finally:
            del self.delivery_destinations[delivery_destination_arn]

    return create_delivery
