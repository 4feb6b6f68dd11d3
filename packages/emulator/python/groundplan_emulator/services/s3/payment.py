"""Who pays for requests.

https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketRequestPayment.html
"""

from ...rules import stub
from .bucket import existing


@stub("s3", "PutBucketRequestPayment")
def put(call):
    call.kind("payer")[(existing(call),)] = call.params["RequestPaymentConfiguration"]["Payer"]


@stub("s3", "GetBucketRequestPayment")
def get(call):
    return {"Payer": call.kind("payer").get((existing(call),), "BucketOwner")}
