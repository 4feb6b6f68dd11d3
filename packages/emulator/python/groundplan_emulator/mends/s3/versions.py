"""Lists of versions in moto."""

from moto.s3.models import FakeKey, S3Backend

from ...mend import mend


@mend(S3Backend, "list_object_versions", source="268a5f62e83a", operations={"s3": ["ListObjectVersions"]})
def versions_newest_first(original):
    """moto copies every object of the bucket for each page, and takes versions of one moment in the wrong order.

    https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectVersions.html
    """

    def list_object_versions(self, bucket_name, delimiter=None, key_marker=None, max_keys=1000, prefix="", version_id_marker=None):
        page = _Page(max_keys, prefix, delimiter)
        held = self.get_bucket(bucket_name).keys
        for name in sorted(key for key in held if key.startswith(prefix) and key >= (key_marker or "")):
            versions = _newest_first(held.getlist(name))
            if name == key_marker:
                versions = _after(versions, version_id_marker)
            if not page.takes(name, versions, key_marker):
                break
        return page.versions, sorted(page.folders), page.markers, *page.next

    return list_object_versions


@mend(S3Backend, "delete_object", source="5c1677b52971", operations={"s3": ["DeleteObject", "DeleteObjects"]})
def versions_where_versioning_is_suspended(original):
    """moto takes the whole object where versioning is suspended, and breaks on its markers; AWS takes the version that is named.

    https://docs.aws.amazon.com/AmazonS3/latest/userguide/DeletingObjectsfromVersioningSuspendedBuckets.html
    """

    def delete_object(self, bucket_name, key_name, version_id=None, bypass=False):
        bucket = self.get_bucket(bucket_name)
        if version_id is None or bucket.versioning_status != "Suspended":
            return original(self, bucket_name, key_name, version_id, bypass)
        bucket.versioning_status = "Enabled"
        try:
            return original(self, bucket_name, key_name, version_id, bypass)
        finally:
            bucket.versioning_status = "Suspended"

    return delete_object


def _newest_first(versions):
    for version in versions:
        version.is_latest = version is versions[-1]
    return versions[::-1]


def _after(versions, version_id):
    """What follows a version; without one, all of the key were given."""
    ids = [str(version.version_id) for version in versions]
    return versions[ids.index(version_id) + 1 :] if version_id in ids else []


class _Page:
    def __init__(self, size, prefix, delimiter):
        self.size, self.prefix, self.delimiter = size, prefix, delimiter
        self.versions, self.markers, self.folders = [], [], set()
        self.next = (None, None)
        self._last = (None, None)

    def takes(self, name, versions, key_marker):
        """False once the page is full and something is left."""
        folder = self._folder(name)
        if folder is not None:
            # a marker that ends so was a folder that is given already
            return folder == key_marker or folder in self.folders or self._has_room((folder, None), lambda: self.folders.add(folder))
        return all(self._has_room((name, version.version_id), lambda: self._add(version)) for version in versions)

    def _folder(self, name):
        head, found, _ = name[len(self.prefix) :].partition(self.delimiter) if self.delimiter else ("", "", "")
        return self.prefix + head + found if found else None

    def _has_room(self, place, add):
        if sum(map(len, (self.versions, self.markers, self.folders))) >= self.size:
            self.next = self._last if self.size else (None, None)
            return False
        add()
        self._last = place
        return True

    def _add(self, version):
        (self.versions if isinstance(version, FakeKey) else self.markers).append(version)
