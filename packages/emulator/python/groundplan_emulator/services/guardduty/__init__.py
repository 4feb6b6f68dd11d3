"""GuardDuty: detectors and what they look at. Nothing is found here."""

from ...rules import load

# findings are exported into a bucket, with a key
for _service in ("s3", "kms"):
    load(_service)
