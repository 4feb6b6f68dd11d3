import edge
import pytest


@pytest.fixture
def cloudfront(aws):
    return aws("cloudfront")


CONTROL = {"Name": "site", "SigningProtocol": "sigv4", "SigningBehavior": "always", "OriginAccessControlOriginType": "s3"}


def test_an_origin_access_control_lives_until_nothing_uses_it(cloudfront, refused):
    control = cloudfront.create_origin_access_control(OriginAccessControlConfig=CONTROL)
    name = control["OriginAccessControl"]["Id"]
    with refused("OriginAccessControlAlreadyExists"):
        cloudfront.create_origin_access_control(OriginAccessControlConfig=CONTROL)
    with refused("PreconditionFailed"):
        cloudfront.delete_origin_access_control(Id=name, IfMatch="EOTHER")
    changed = {**CONTROL, "Description": "of the site", "SigningBehavior": "no-override"}
    tag = cloudfront.update_origin_access_control(Id=name, OriginAccessControlConfig=changed, IfMatch=control["ETag"])["ETag"]
    assert cloudfront.get_origin_access_control(Id=name)["OriginAccessControl"]["OriginAccessControlConfig"] == changed
    cloudfront.create_distribution(DistributionConfig=edge.config(Origins=edge.origin(OriginAccessControlId=name)))
    with refused("OriginAccessControlInUse"):
        cloudfront.delete_origin_access_control(Id=name, IfMatch=tag)
    assert [one["Id"] for one in cloudfront.list_origin_access_controls()["OriginAccessControlList"]["Items"]] == [name]


def test_a_control_and_an_identity_exclude_each_other_and_an_origin_of_another_kind(cloudfront, refused):
    control = cloudfront.create_origin_access_control(OriginAccessControlConfig=CONTROL)["OriginAccessControl"]["Id"]
    wanted = {"CallerReference": "a", "Comment": "b"}
    made = cloudfront.create_cloud_front_origin_access_identity(CloudFrontOriginAccessIdentityConfig=wanted)
    identity = {"OriginAccessIdentity": f"origin-access-identity/cloudfront/{made['CloudFrontOriginAccessIdentity']['Id']}"}
    with refused("IllegalOriginAccessConfiguration"):
        origins = edge.origin(OriginAccessControlId=control, S3OriginConfig=identity)
        cloudfront.create_distribution(DistributionConfig=edge.config(Origins=origins))
    custom = {"HTTPPort": 80, "HTTPSPort": 443, "OriginProtocolPolicy": "https-only"}
    elsewhere = {"Id": "s3", "DomainName": "example.com", "CustomOriginConfig": custom, "OriginAccessControlId": control}
    with refused("InvalidDomainNameForOriginAccessControl"):
        cloudfront.create_distribution(DistributionConfig=edge.config(Origins=edge.listed(elsewhere)))
    cloudfront.create_distribution(DistributionConfig=edge.config(Origins=edge.origin(S3OriginConfig=identity)))
    with refused("CloudFrontOriginAccessIdentityInUse"):
        cloudfront.delete_cloud_front_origin_access_identity(Id=made["CloudFrontOriginAccessIdentity"]["Id"], IfMatch=made["ETag"])


def function(cloudfront, name="rewrite", code=edge.CODE, **config):
    wanted = {"Comment": "", "Runtime": "cloudfront-js-2.0", **config}
    return cloudfront.create_function(Name=name, FunctionConfig=wanted, FunctionCode=code)


def test_a_function_is_written_tried_published_and_only_then_associated(cloudfront, account, refused):
    made = function(cloudfront)
    arn = made["FunctionSummary"]["FunctionMetadata"]["FunctionARN"]
    assert arn == f"arn:aws:cloudfront::{account}:function/rewrite"
    with refused("FunctionAlreadyExists"):
        function(cloudfront)
    with refused("NoSuchFunctionExists"):
        cloudfront.describe_function(Name="rewrite", Stage="LIVE")
    associations = edge.listed({"EventType": "viewer-request", "FunctionARN": arn})
    wanted = edge.config(DefaultCacheBehavior=edge.behavior(FunctionAssociations=associations))
    with refused("InvalidFunctionAssociation"):
        cloudfront.create_distribution(DistributionConfig=wanted)
    with refused("PreconditionFailed"):
        cloudfront.publish_function(Name="rewrite", IfMatch="EOTHER")
    cloudfront.publish_function(Name="rewrite", IfMatch=made["ETag"])
    cloudfront.create_distribution(DistributionConfig=wanted)
    config = {"Comment": "changed", "Runtime": "cloudfront-js-2.0"}
    tag = cloudfront.update_function(Name="rewrite", FunctionConfig=config, FunctionCode=b"later", IfMatch=made["ETag"])["ETag"]
    assert tag != made["ETag"]
    assert cloudfront.get_function(Name="rewrite", Stage="LIVE")["FunctionCode"].read() == edge.CODE
    assert cloudfront.get_function(Name="rewrite")["FunctionCode"].read() == b"later"
    with refused("FunctionInUse"):
        cloudfront.delete_function(Name="rewrite", IfMatch=tag)


def test_functions_that_aws_would_not_take_are_refused(cloudfront, refused):
    with refused("FunctionSizeLimitExceeded"):
        function(cloudfront, code=b"x" * 10_241)
    function(cloudfront, code=b"x" * 10_240)
    with refused("InvalidArgument"):
        function(cloudfront, name="two words")
    missing = {"KeyValueStoreARN": "arn:aws:cloudfront::123456789012:key-value-store/aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"}
    with refused("EntityNotFound"):
        function(cloudfront, name="other", KeyValueStoreAssociations=edge.listed(missing))
    with refused("InvalidArgument"):
        function(cloudfront, name="other", Runtime="cloudfront-js-1.0", KeyValueStoreAssociations=edge.listed(missing))


def test_a_store_provisions_serves_a_function_and_cannot_go_while_it_does(cloudfront, refused):
    store = cloudfront.create_key_value_store(Name="users", Comment="of the site")
    arn = store["KeyValueStore"]["ARN"]
    with refused("EntityAlreadyExists"):
        cloudfront.create_key_value_store(Name="users")
    assert [cloudfront.describe_key_value_store(Name="users")["KeyValueStore"]["Status"] for _ in range(2)] == ["PROVISIONING", "READY"]
    made = function(cloudfront, KeyValueStoreAssociations=edge.listed({"KeyValueStoreARN": arn}))
    assert made["FunctionSummary"]["FunctionConfig"]["KeyValueStoreAssociations"]["Items"] == [{"KeyValueStoreARN": arn}]
    tag = cloudfront.update_key_value_store(Name="users", Comment="changed", IfMatch=store["ETag"])["ETag"]
    with refused("CannotDeleteEntityWhileInUse"):
        cloudfront.delete_key_value_store(Name="users", IfMatch=tag)
    cloudfront.delete_function(Name="rewrite", IfMatch=made["ETag"])
    cloudfront.delete_key_value_store(Name="users", IfMatch=tag)
    with refused("EntityNotFound"):
        cloudfront.describe_key_value_store(Name="users")


def distribution(cloudfront):
    return cloudfront.create_distribution(DistributionConfig=edge.config())["Distribution"]["Id"]


def invalidate(cloudfront, name, *paths, reference="one"):
    batch = {"Paths": edge.listed(*paths), "CallerReference": reference}
    return cloudfront.create_invalidation(DistributionId=name, InvalidationBatch=batch)["Invalidation"]


def test_an_invalidation_is_in_progress_then_completed(cloudfront, refused):
    name = distribution(cloudfront)
    made = invalidate(cloudfront, name, "/*")
    assert made["Status"] == "InProgress"
    assert invalidate(cloudfront, name, "/*")["Id"] == made["Id"]
    with refused("InvalidArgument"):
        invalidate(cloudfront, name, "/index.html")
    assert cloudfront.get_invalidation(DistributionId=name, Id=made["Id"])["Invalidation"]["Status"] == "Completed"
    assert cloudfront.list_invalidations(DistributionId=name)["InvalidationList"]["Quantity"] == 1
    with refused("NoSuchInvalidation"):
        cloudfront.get_invalidation(DistributionId=name, Id="I1")
    with refused("NoSuchDistribution"):
        invalidate(cloudfront, "E1", "/*")


def test_paths_of_an_invalidation_keep_aws_rules(cloudfront, refused):
    name = distribution(cloudfront)
    for path in ("index.html", "/a b", "/a*b", "/größe"):
        with refused("InvalidArgument"):
            invalidate(cloudfront, name, path)
    with refused("TooManyInvalidationsInProgress"):
        invalidate(cloudfront, name, *(f"/{number}/*" for number in range(16)))
    with refused("TooManyInvalidationsInProgress"):
        invalidate(cloudfront, name, *(f"/{number}" for number in range(3001)))
    invalidate(cloudfront, name, "/a%20b", "/blog/*", "/x.html?y=1")


def test_more_metrics_are_subscribed_to_and_left(cloudfront, refused):
    name = distribution(cloudfront)
    with refused("NoSuchMonitoringSubscription"):
        cloudfront.get_monitoring_subscription(DistributionId=name)
    wanted = {"RealtimeMetricsSubscriptionConfig": {"RealtimeMetricsSubscriptionStatus": "Enabled"}}
    cloudfront.create_monitoring_subscription(DistributionId=name, MonitoringSubscription=wanted)
    assert cloudfront.get_monitoring_subscription(DistributionId=name)["MonitoringSubscription"] == wanted
    cloudfront.delete_monitoring_subscription(DistributionId=name)
    with refused("NoSuchMonitoringSubscription"):
        cloudfront.delete_monitoring_subscription(DistributionId=name)
