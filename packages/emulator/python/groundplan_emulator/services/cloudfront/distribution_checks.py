"""What AWS refuses of a distribution.

https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesGeneral.html
"""

from __future__ import annotations

import re
from typing import Any

from ...call import AwsError, Call
from . import backend, behavior_checks, logging_bucket, origin_checks, viewer_certificates, web_acls

_ERROR_CODES = frozenset({400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504})
_RESPONSE_CODES = frozenset({"200", *(str(code) for code in _ERROR_CODES)})
_COUNTRY = re.compile(r"[A-Z]{2}")
_LONGEST_COMMENT = 128


def check(call: Call, standing: dict[str, Any] | None, config: dict[str, Any]) -> None:
    """`standing` is the distribution that is changed, None of a new one."""
    backend.check_quantities(config)
    if (config.get("DefaultRootObject") or "").startswith("/"):
        raise AwsError("InvalidDefaultRootObject", "The default root object file name is too big or contains an invalid character.")
    if len(config.get("Comment") or "") > _LONGEST_COMMENT:
        raise AwsError("InvalidArgument", f"The parameter Comment is longer than {_LONGEST_COMMENT} characters.")
    origin_checks.check(call, config)
    behavior_checks.check(call, config)
    _check_errors(config)
    _check_countries(config)
    viewer_certificates.check(call, standing, config)
    web_acls.check(call, config)
    logging_bucket.check(call, config)


def _check_errors(config: dict[str, Any]) -> None:
    answers = backend.items(config.get("CustomErrorResponses"))
    for answer in answers:
        code, path = answer.get("ResponseCode") or "", answer.get("ResponsePagePath") or ""
        if answer["ErrorCode"] not in _ERROR_CODES:
            raise AwsError("InvalidErrorCode", f"An invalid error code was specified: {answer['ErrorCode']}")
        if bool(code) != bool(path):
            text = "Your request must specify both ResponsePagePath and ResponseCode together or none of them."
            raise AwsError("InvalidArgument", text)
        if code and code not in _RESPONSE_CODES:
            raise AwsError("InvalidResponseCode", f"A response code is not valid: {code}")
        if path and not path.startswith("/"):
            raise AwsError("InvalidArgument", "The parameter ResponsePagePath must begin with '/'.")
    if len({answer["ErrorCode"] for answer in answers}) != len(answers):
        raise AwsError("InvalidArgument", "The parameter ErrorCode contains duplicates.")


def _check_countries(config: dict[str, Any]) -> None:
    restriction = (config.get("Restrictions") or {}).get("GeoRestriction") or {}
    countries = backend.items(restriction)
    if (restriction.get("RestrictionType", "none") == "none") == bool(countries):
        text = "The specified geo restriction parameter is not valid: a list needs countries, and none has no list."
        raise AwsError("InvalidGeoRestrictionParameter", text)
    for country in countries:
        if not _COUNTRY.fullmatch(country):
            raise AwsError("InvalidLocationCode", f"The location code specified is not valid: {country}")
