"""Deleting many objects at once.

https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html
"""

from ...call import AwsError
from ...rules import after, before

_MOST = 1000


@before("s3", "DeleteObjects")
def check(call):
    if not 1 <= len(call.params["Delete"].get("Objects") or []) <= _MOST:
        raise AwsError("MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema")


@after("s3", "DeleteObjects")
def be_quiet(call, answer):
    """moto tells what was deleted even to one who asked for errors alone."""
    if call.params["Delete"].get("Quiet"):
        answer.pop("Deleted", None)
