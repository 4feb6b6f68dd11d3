"""The bucket that a call names, and what rules keep of it."""

from ...call import AwsError, Call
from ...rules import after
from ...store import STORE

_KINDS = ("configuration", "payer", "event bridge", "lifecycle", "logging", "replication")


def existing(call: Call) -> str:
    """The bucket's name; NoSuchBucket where there is none.

    https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ErrorCodeList
    """
    from moto.s3.models import s3_backends

    name = call.params["Bucket"]
    if name not in s3_backends[call.account]["aws"].buckets:
        raise AwsError("NoSuchBucket", "The specified bucket does not exist", 404)
    return name


@after("s3", "DeleteBucket")
def forget(call, answer):
    for kind in _KINDS:
        kept = STORE.kind(call.account, call.region, "s3", kind)
        for key in [key for key in kept if key[0] == call.params["Bucket"]]:
            del kept[key]
