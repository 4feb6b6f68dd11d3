"""The fields that CloudFront can log: those of standard logs, and some of the real-time ones.

https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logs-reference.html#BasicDistributionFileFormat
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html#standard-logging-real-time-log-selection
"""

from __future__ import annotations

import re

from ...call import AwsError

_STANDARD = """date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query
    cs(Cookie) x-edge-result-type x-edge-request-id x-host-header cs-protocol cs-bytes time-taken x-forwarded-for ssl-protocol
    ssl-cipher x-edge-response-result-type cs-protocol-version fle-status fle-encrypted-fields c-port time-to-first-byte
    x-edge-detailed-result-type sc-content-type sc-content-len sc-range-start sc-range-end"""
_MORE = """timestamp timestamp(ms) origin-fbl origin-lbl asn c-country cache-behavior-path-pattern cs-accept-encoding cs-accept
    cs-headers cs-header-names cs-headers-count primary-distribution-id primary-distribution-dns-name r-host sr-reason
    x-edge-mqcs s-ip DistributionId distributionid distribution-tenant-id connection-id viewer-type"""
_KNOWN = frozenset((_STANDARD + " " + _MORE).split())
#: some are families: cmcd-buffer-length, cmcd-session-id …
_FAMILIES = re.compile(r"cmcd-[a-z-]+")


def check(fields: list[str] | None) -> None:
    unknown = [field for field in fields or [] if field not in _KNOWN and not _FAMILIES.fullmatch(field)]
    if unknown or len(set(fields or [])) != len(fields or []):
        raise AwsError("ValidationException", f"The recordFields are invalid: {', '.join(unknown) or 'one is named twice'}")
