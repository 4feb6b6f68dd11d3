"""The canonical id of the account, the same in every answer.

https://docs.aws.amazon.com/AmazonS3/latest/API/API_Owner.html
"""

from ...rules import after

#: moto's own, as its access control lists give it
OWNER = {"ID": "75aa57f09aa0c8caeab4f8c24e99d10f8e7faeebf76c078efc7c6caea54ba06a", "DisplayName": "webfile"}


@after("s3", "ListBuckets")
def one_owner(call, answer):
    answer["Owner"] = OWNER
