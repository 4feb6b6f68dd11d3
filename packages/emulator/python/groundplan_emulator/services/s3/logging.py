"""Where access logs go, of which moto drops how their keys are formed.

https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLogging.html (TargetObjectKeyFormat)
"""

from ...rules import after


@after("s3", "PutBucketLogging")
def remember(call, answer):
    call.kind("logging")[(call.params["Bucket"],)] = call.params["BucketLoggingStatus"].get("LoggingEnabled")


@after("s3", "GetBucketLogging")
def show(call, answer):
    kept = call.kind("logging").get((call.params["Bucket"],))
    if kept and "LoggingEnabled" in answer:
        answer["LoggingEnabled"] = kept
