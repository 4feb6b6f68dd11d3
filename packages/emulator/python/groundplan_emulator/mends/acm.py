"""Certificates' classes in moto."""

from cryptography.x509 import OID_SUBJECT_ALTERNATIVE_NAME
from moto.acm.models import CertBundle

from ..mend import mend


@mend(
    CertBundle,
    "check",
    source="86d48f09c4c6",
    operations={"acm": ["RequestCertificate", "DescribeCertificate", "ListCertificates", "GetCertificate"]},
)
def issued_when_validated(original):
    """moto issues a certificate after a while, whether its records stand or not.

    https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html
    """

    def check(self):
        from ..services.acm import validation

        if self.type != "AMAZON_ISSUED" or self.status != "PENDING_VALIDATION":
            original(self)
            return
        names = [str(name.value) for name in self._cert.extensions.get_extension_for_oid(OID_SUBJECT_ALTERNATIVE_NAME).value]
        by_record = getattr(self, "validation_method", None) == "DNS"
        if by_record and all(validation.stands(self, name) for name in names):
            self.status = "ISSUED"

    return check
