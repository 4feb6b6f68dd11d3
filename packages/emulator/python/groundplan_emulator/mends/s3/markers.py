"""Delete markers in moto."""

from types import SimpleNamespace

from moto.s3.exceptions import MethodNotAllowed
from moto.s3.models import FakeDeleteMarker, S3Backend
from moto.s3.responses import S3Response

from ...mend import mend


@mend(S3Backend, "_set_delete_marker", source="f95d9e59e39f", operations={"s3": ["DeleteObject", "DeleteObjects"]})
def markers_of_what_never_was(original):
    """moto makes none where no object stood; AWS does.

    https://docs.aws.amazon.com/AmazonS3/latest/userguide/DeleteMarker.html
    """

    def set_delete_marker(self, bucket_name, key_name):
        keys = self.get_bucket(bucket_name).keys
        if key_name in keys:
            return original(self, bucket_name, key_name)
        keys[key_name] = FakeDeleteMarker(key=SimpleNamespace(name=key_name))
        return keys[key_name]

    return set_delete_marker


@mend(S3Response, "_get_key", source="f196655b011d", operations={"s3": ["GetObject"]})
def markers_that_are_read(original):
    """moto says that a marker's version does not exist, where AWS says that it can only be deleted.

    https://docs.aws.amazon.com/AmazonS3/latest/userguide/DeleteMarker.html (GET for a delete marker)
    """

    def get_key(self, validate_storage_class=True):
        version, name = self.querystring.get("versionId", [None])[0], self.parse_key_name()
        if version is not None:
            found = self.backend.get_object(self.bucket_name, name, version_id=version, return_delete_marker=True)
            if isinstance(found, FakeDeleteMarker):
                raise MethodNotAllowed()
        return original(self, validate_storage_class)

    return get_key
