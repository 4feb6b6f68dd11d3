"""AWS Config: what records, where it is delivered, the rules. Nothing is evaluated here."""

from ...rules import load

# a channel delivers into a bucket, with a key
for _service in ("s3", "kms"):
    load(_service)
