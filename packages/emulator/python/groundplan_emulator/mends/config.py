"""Config's classes in moto."""

from moto.config.models import ConfigBackend

from ..mend import mend


@mend(ConfigBackend, "put_organization_conformance_pack", source="b2fb01d16038", operations={"config": ["PutOrganizationConformancePack"]})
def templates_in_the_call(original):
    """moto takes only a template that lies in a bucket.

    https://docs.aws.amazon.com/config/latest/APIReference/API_PutOrganizationConformancePack.html
    """

    def put_organization_conformance_pack(self, template_s3_uri, template_body, **more):
        uri = template_s3_uri or ("s3://in-the-call" if template_body else None)
        return original(self, template_s3_uri=uri, template_body=template_body, **more)

    return put_organization_conformance_pack
