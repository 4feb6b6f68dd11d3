"""Load balancers' classes in moto."""

from moto.elbv2.models import ELBv2Backend

from ..mend import mend


@mend(ELBv2Backend, "add_tags", source="dc95718c2edf", operations={"elbv2": ["AddTags"]})
def fifty_tags(original):
    """moto allows ten.

    https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html (tags per resource)
    """

    def add_tags(self, resource_arns, tags):
        for arn in resource_arns:
            self._get_resource_by_arn(arn)
            self.tagging_service.tag_resource(arn, tags)

    return add_tags
