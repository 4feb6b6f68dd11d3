"""Pages of a bucket's list. moto sorts the whole bucket and writes a tree of XML for each: twenty thousand objects take it seconds.

https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
"""

from __future__ import annotations

import base64
import bisect
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote
from xml.sax.saxutils import escape

from ...call import AwsError, Call
from ...rules import stub
from .bucket import existing
from .owner import OWNER

_PAGE = 1000
_NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/"


@stub("s3", "ListObjectsV2")
def listing(call: Call) -> bytes:
    from moto.s3.models import FakeDeleteMarker, s3_backends

    params = call.params
    keys = s3_backends[call.account]["aws"].buckets[existing(call)].keys
    limit = min(int(params.get("MaxKeys", _PAGE)), _PAGE)
    found: list[Any] = []
    folders: list[str] = []
    last = ""
    for name in _names(params, sorted(keys)):
        if (folders and name.startswith(folders[-1])) or isinstance(keys[name], FakeDeleteMarker):
            continue
        if len(found) + len(folders) >= limit:
            return _written(params, found, folders, last)
        folder = _folder(params, name)
        last = folder or name
        folders.append(folder) if folder else found.append(keys[name])
    return _written(params, found, folders, "")


def _names(params: dict[str, Any], names: list[str]) -> Iterator[str]:
    prefix, token = params.get("Prefix") or "", params.get("ContinuationToken")
    after = params.get("StartAfter") or "" if token is None else _named(token)
    # the page before ended in a folder, and showed it
    shown = after if token is not None and _folder(params, after) == after else None
    for name in names[max(bisect.bisect_left(names, prefix), bisect.bisect_right(names, after)) :]:
        if not name.startswith(prefix):
            return
        if shown is None or not name.startswith(shown):
            yield name


def _folder(params: dict[str, Any], name: str) -> str:
    delimiter = params.get("Delimiter")
    at = name.find(delimiter, len(params.get("Prefix") or "")) if delimiter else -1
    return name[: at + len(delimiter)] if delimiter and at >= 0 else ""


def _named(token: str) -> str:
    try:
        return base64.b64decode(token, altchars=b"-_", validate=True).decode()
    except ValueError:
        raise AwsError("InvalidArgument", "The continuation token provided is incorrect") from None


def _written(params: dict[str, Any], found: list[Any], folders: list[str], last: str) -> bytes:
    encoding = params.get("EncodingType")
    text = (lambda value: quote(value, safe="/~")) if encoding == "url" else escape
    parts = [
        f'<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="{_NAMESPACE}"><Name>{params["Bucket"]}</Name>',
        f"<Prefix>{text(params.get('Prefix') or '')}</Prefix><KeyCount>{len(found) + len(folders)}</KeyCount>",
        f"<MaxKeys>{params.get('MaxKeys', _PAGE)}</MaxKeys><IsTruncated>{'true' if last else 'false'}</IsTruncated>",
    ]
    for name in ("Delimiter", "StartAfter"):
        if params.get(name):
            parts.append(f"<{name}>{text(params[name])}</{name}>")
    if encoding:
        parts.append(f"<EncodingType>{encoding}</EncodingType>")
    if params.get("ContinuationToken"):
        parts.append(f"<ContinuationToken>{params['ContinuationToken']}</ContinuationToken>")
    if last:
        parts.append(f"<NextContinuationToken>{base64.urlsafe_b64encode(last.encode()).decode()}</NextContinuationToken>")
    parts += [_object(key, text, owner=params.get("FetchOwner")) for key in found]
    parts += [f"<CommonPrefixes><Prefix>{text(folder)}</Prefix></CommonPrefixes>" for folder in folders]
    return "".join([*parts, "</ListBucketResult>"]).encode()


def _object(key: Any, text: Any, *, owner: Any) -> str:
    algorithm = f"<ChecksumAlgorithm>{key.checksum_algorithm}</ChecksumAlgorithm>" if key.checksum_algorithm else ""
    whose = f"<Owner><ID>{OWNER['ID']}</ID><DisplayName>{OWNER['DisplayName']}</DisplayName></Owner>" if owner else ""
    return (
        f"<Contents><Key>{text(key.name)}</Key><LastModified>{key.last_modified_ISO8601}</LastModified><ETag>{escape(key.etag)}</ETag>"
        f"{algorithm}<Size>{key.size}</Size><StorageClass>{key.storage_class}</StorageClass>{whose}</Contents>"
    )
