"""CloudTrail: trails, what they record, and where they may write. No event is recorded here."""

from ...rules import load

# a trail writes into a bucket and a log group, with a key
for _service in ("s3", "kms", "logs"):
    load(_service)
