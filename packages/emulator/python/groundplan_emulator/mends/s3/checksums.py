"""Checksums of objects in moto."""

import binascii
import hashlib
from base64 import b64encode

from moto.s3.exceptions import S3ClientError
from moto.s3.responses import S3Response

from ...mend import mend

_PREFIX = "x-amz-checksum-"
#: those that Python computes itself; of the others (crc32c, crc64nvme) the client's word is taken
_COMPUTED = {
    "CRC32": lambda body: binascii.crc32(body).to_bytes(4, "big"),
    "SHA1": lambda body: hashlib.sha1(body, usedforsecurity=False).digest(),
    "SHA256": lambda body: hashlib.sha256(body).digest(),
}
_NAMES = (*_COMPUTED, "CRC32C", "CRC64NVME")


class _BadDigest(S3ClientError):
    code = 400

    def __init__(self, algorithm):
        super().__init__("BadDigest", f"The {algorithm} you specified did not match the calculated checksum.")


@mend(S3Response, "_get_checksum", source="a7caee72693c", operations={"s3": ["PutObject"]})
def checksums_that_are_held(original):
    """moto compares none with the body, and overlooks one that comes without the name of its algorithm.

    https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html
    """

    def get_checksum(self, response_headers):
        given = next((name for name in _NAMES if self.headers.get(_PREFIX + name.lower())), None)
        if given is not None and not self.headers.get("x-amz-sdk-checksum-algorithm"):
            algorithm, value = given, self.headers[_PREFIX + given.lower()]
            response_headers[_PREFIX + given.lower()] = value
        else:
            algorithm, value = original(self, response_headers)
        compute = _COMPUTED.get(algorithm.upper())
        if value and compute is not None and b64encode(compute(self.body or b"")).decode() != value:
            raise _BadDigest(algorithm)
        return algorithm, value

    return get_checksum
