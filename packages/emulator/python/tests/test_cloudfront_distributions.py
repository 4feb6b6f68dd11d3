import edge
import pytest


@pytest.fixture
def cloudfront(aws):
    return aws("cloudfront")


def made(cloudfront, **changed):
    return cloudfront.create_distribution(DistributionConfig=edge.config(**changed))


def test_a_distribution_is_deployed_changed_disabled_and_only_then_deleted(cloudfront, account, refused):
    new = made(cloudfront)
    name = new["Distribution"]["Id"]
    assert new["Distribution"]["ARN"] == f"arn:aws:cloudfront::{account}:distribution/{name}"
    assert new["Distribution"]["Status"] == "InProgress"
    found = cloudfront.get_distribution(Id=name)
    assert found["Distribution"]["Status"] == "Deployed" and found["ETag"] == new["ETag"]
    with refused("InvalidIfMatchVersion"):
        cloudfront.update_distribution(Id=name, DistributionConfig=edge.config())
    with refused("PreconditionFailed"):
        cloudfront.update_distribution(Id=name, DistributionConfig=edge.config(), IfMatch="EOTHER")
    with refused("IllegalUpdate"):
        cloudfront.update_distribution(Id=name, DistributionConfig=edge.config(CallerReference="two"), IfMatch=found["ETag"])
    with refused("DistributionNotDisabled"):
        cloudfront.delete_distribution(Id=name, IfMatch=found["ETag"])
    off = cloudfront.update_distribution(Id=name, DistributionConfig=edge.config(Enabled=False), IfMatch=found["ETag"])
    with refused("DistributionNotDisabled"):
        cloudfront.delete_distribution(Id=name, IfMatch=off["ETag"])
    cloudfront.get_distribution(Id=name)
    cloudfront.delete_distribution(Id=name, IfMatch=off["ETag"])
    with refused("NoSuchDistribution"):
        cloudfront.get_distribution(Id=name)


def test_every_field_comes_back_and_what_was_left_out_as_aws_fills_it(cloudfront):
    api = {
        "Id": "api",
        "DomainName": "api.example.com",
        "CustomHeaders": edge.listed({"HeaderName": "X-Origin-Verify", "HeaderValue": "secret"}),
        "CustomOriginConfig": {"HTTPPort": 80, "HTTPSPort": 443, "OriginProtocolPolicy": "https-only"},
        "OriginShield": {"Enabled": True, "OriginShieldRegion": "eu-west-1"},
    }
    methods = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"]
    allowed = {**edge.listed(*methods), "CachedMethods": edge.listed("GET", "HEAD")}
    paths = edge.behavior(PathPattern="/api/*", TargetOriginId="api", CachePolicyId=edge.DISABLED, AllowedMethods=allowed)
    wanted = {
        "Origins": edge.listed(edge.origin()["Items"][0], api),
        "CacheBehaviors": edge.listed(paths),
        "Comment": "all",
        "CustomErrorResponses": edge.listed({"ErrorCode": 403, "ResponseCode": "404", "ResponsePagePath": "/404.html"}),
        "DefaultRootObject": "index.html",
        "HttpVersion": "http2and3",
        "IsIPV6Enabled": True,
        "PriceClass": "PriceClass_100",
        "Restrictions": {"GeoRestriction": {"RestrictionType": "whitelist", **edge.listed("IE", "GB")}},
    }
    name = made(cloudfront, **wanted)["Distribution"]["Id"]
    found = cloudfront.get_distribution_config(Id=name)["DistributionConfig"]
    for field in ("Comment", "DefaultRootObject", "HttpVersion", "IsIPV6Enabled", "PriceClass", "Restrictions"):
        assert found[field] == wanted[field], field
    assert found["Origins"]["Items"][1].items() >= {**api, "CustomOriginConfig": found["Origins"]["Items"][1]["CustomOriginConfig"]}.items()
    assert found["Origins"]["Items"][1]["CustomOriginConfig"]["OriginReadTimeout"] == 30
    assert found["CacheBehaviors"]["Items"][0].items() >= paths.items()
    assert found["CustomErrorResponses"]["Items"][0]["ErrorCachingMinTTL"] == 10
    assert found["ViewerCertificate"]["MinimumProtocolVersion"] == "TLSv1"
    assert found["Logging"] == {"Enabled": False, "IncludeCookies": False, "Bucket": "", "Prefix": ""}
    assert found["DefaultCacheBehavior"]["AllowedMethods"]["Items"] == ["HEAD", "GET"]
    # what is given back can be sent again
    again = cloudfront.get_distribution_config(Id=name)
    cloudfront.update_distribution(Id=name, DistributionConfig=again["DistributionConfig"], IfMatch=again["ETag"])
    assert cloudfront.get_distribution_config(Id=name)["DistributionConfig"] == found


REFUSALS = {
    "target": ("NoSuchOrigin", {"DefaultCacheBehavior": edge.behavior(TargetOriginId="x")}),
    "quantity": ("InconsistentQuantities", {"Aliases": {"Quantity": 1}}),
    "root object": ("InvalidDefaultRootObject", {"DefaultRootObject": "/index.html"}),
    "bucket": ("InvalidArgument", {"Origins": edge.origin(DomainName="example.com")}),
    "scheme": ("InvalidArgument", {"Origins": edge.origin(DomainName=f"https://{edge.BUCKET}")}),
    "path": ("InvalidArgument", {"Origins": edge.origin(OriginPath="live")}),
    "identity": (
        "InvalidOriginAccessIdentity",
        {"Origins": edge.origin(S3OriginConfig={"OriginAccessIdentity": "origin-access-identity/cloudfront/E1"})},
    ),
    "control": ("InvalidOriginAccessControl", {"Origins": edge.origin(OriginAccessControlId="E1")}),
    "header": ("InvalidArgument", {"Origins": edge.origin(CustomHeaders=edge.listed({"HeaderName": "Host", "HeaderValue": "x"}))}),
    "website": ("InvalidArgument", {"Origins": edge.origin(DomainName="site.s3-website-eu-west-1.amazonaws.com")}),
    "cache policy": ("NoSuchCachePolicy", {"DefaultCacheBehavior": edge.behavior(CachePolicyId="x")}),
    "no cache policy": ("InvalidArgument", {"DefaultCacheBehavior": edge.behavior(CachePolicyId="")}),
    "headers policy": ("NoSuchResponseHeadersPolicy", {"DefaultCacheBehavior": edge.behavior(ResponseHeadersPolicyId="x")}),
    "request policy": ("NoSuchOriginRequestPolicy", {"DefaultCacheBehavior": edge.behavior(OriginRequestPolicyId="x")}),
    "methods": ("InvalidArgument", {"DefaultCacheBehavior": edge.behavior(AllowedMethods=edge.listed("GET"))}),
    "error code": ("InvalidErrorCode", {"CustomErrorResponses": edge.listed({"ErrorCode": 401})}),
    "page alone": ("InvalidArgument", {"CustomErrorResponses": edge.listed({"ErrorCode": 404, "ResponsePagePath": "/x"})}),
    "answer": (
        "InvalidResponseCode",
        {"CustomErrorResponses": edge.listed({"ErrorCode": 404, "ResponsePagePath": "/x", "ResponseCode": "302"})},
    ),
    "countries": ("InvalidGeoRestrictionParameter", {"Restrictions": {"GeoRestriction": {"RestrictionType": "whitelist", "Quantity": 0}}}),
    "country": ("InvalidLocationCode", {"Restrictions": {"GeoRestriction": {"RestrictionType": "whitelist", **edge.listed("Eire")}}}),
    "price class": ("InvalidArgument", {"PriceClass": "PriceClass_300"}),
    "web acl": ("InvalidWebACLId", {"WebACLId": "arn:aws:wafv2:us-east-1:1:global/webacl/x/y"}),
    "name": ("InvalidViewerCertificate", {"Aliases": edge.listed("www.example.com")}),
    "log bucket": ("InvalidArgument", {"Logging": {"Enabled": True, "IncludeCookies": False, "Bucket": "x", "Prefix": ""}}),
    "patterns": (
        "InvalidArgument",
        {"CacheBehaviors": edge.listed(edge.behavior(PathPattern="/a"), edge.behavior(PathPattern="a"))},
    ),
}


@pytest.mark.parametrize("case", REFUSALS)
def test_what_aws_would_not_take_is_refused(cloudfront, refused, case):
    code, changed = REFUSALS[case]
    with refused(code):
        made(cloudfront, **changed)
    assert cloudfront.list_distributions()["DistributionList"]["Quantity"] == 0


def test_a_caller_reference_makes_one_distribution(cloudfront, refused):
    made(cloudfront)
    with refused("DistributionAlreadyExists"):
        made(cloudfront)
    made(cloudfront, CallerReference="two")


def test_names_need_a_certificate_that_covers_them_and_lies_in_us_east_1(cloudfront, aws, account, refused):
    zone = f"{account}.example"
    covering = edge.certificate(aws, zone, f"*.{zone}")
    elsewhere = edge.certificate(aws, zone, region="eu-west-1")
    with refused("InvalidViewerCertificate"):
        made(cloudfront, **edge.named(elsewhere, zone))
    for other in (f"a.b.{zone}", "other.example"):
        with refused("InvalidViewerCertificate"):
            made(cloudfront, **edge.named(covering, zone, other))
    waiting = aws("acm", "us-east-1").request_certificate(DomainName="waiting.example", ValidationMethod="DNS")["CertificateArn"]
    with refused("InvalidViewerCertificate"):
        made(cloudfront, **edge.named(waiting, "waiting.example"))
    whole = made(cloudfront, **edge.named(covering, zone, f"www.{zone}"))["Distribution"]
    assert whole["DistributionConfig"]["ViewerCertificate"]["CertificateSource"] == "acm"
    assert aws("acm", "us-east-1").describe_certificate(CertificateArn=covering)["Certificate"]["InUseBy"] == [whole["ARN"]]
    with refused("ResourceInUseException"):
        aws("acm", "us-east-1").delete_certificate(CertificateArn=covering)


def test_a_name_is_one_distributions_in_all_accounts(cloudfront, aws, aws_of, account, refused):
    name = f"www.{account}.example"
    made(cloudfront, **edge.named(edge.certificate(aws, name), name))
    other = aws_of("299999999999")
    with refused("CNAMEAlreadyExists"):
        made(other("cloudfront"), **edge.named(edge.certificate(other, name), name.upper()))


def test_a_web_acl_of_cloudfront_is_held_by_its_distribution(cloudfront, aws, refused):
    waf = aws("wafv2", "us-east-1")
    visible = {"SampledRequestsEnabled": True, "CloudWatchMetricsEnabled": True, "MetricName": "m"}
    acl = waf.create_web_acl(Name="edge", Scope="CLOUDFRONT", DefaultAction={"Allow": {}}, VisibilityConfig=visible)["Summary"]
    made(cloudfront, WebACLId=acl["ARN"])
    with refused("WAFAssociatedItemException"):
        waf.delete_web_acl(Name="edge", Scope="CLOUDFRONT", Id=acl["Id"], LockToken=acl["LockToken"])
    found = cloudfront.list_distributions_by_web_acl_id(WebACLId=acl["ARN"])["DistributionList"]
    assert found["Quantity"] == 1


def test_the_older_logs_need_a_bucket_that_takes_lists(cloudfront, aws, account, refused):
    bucket, s3 = f"logs-{account}", aws("s3")
    s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    logging = {"Enabled": True, "IncludeCookies": False, "Bucket": f"{bucket}.s3.amazonaws.com", "Prefix": "cf/"}
    with refused("InvalidArgument"):
        made(cloudfront, Logging=logging)
    s3.put_bucket_ownership_controls(Bucket=bucket, OwnershipControls={"Rules": [{"ObjectOwnership": "BucketOwnerPreferred"}]})
    assert made(cloudfront, Logging=logging)["Distribution"]["DistributionConfig"]["Logging"] == logging


def test_tags_are_given_changed_and_taken(cloudfront, refused):
    whole = {"DistributionConfig": edge.config(), "Tags": {"Items": [{"Key": "a", "Value": "1"}]}}
    arn = cloudfront.create_distribution_with_tags(DistributionConfigWithTags=whole)["Distribution"]["ARN"]
    cloudfront.tag_resource(Resource=arn, Tags={"Items": [{"Key": "b", "Value": "2"}]})
    cloudfront.untag_resource(Resource=arn, TagKeys={"Items": ["a"]})
    assert cloudfront.list_tags_for_resource(Resource=arn)["Tags"]["Items"] == [{"Key": "b", "Value": "2"}]
    with refused("NoSuchResource"):
        cloudfront.list_tags_for_resource(Resource=f"{arn}x")


def test_lists_come_in_pages(cloudfront):
    ids = [made(cloudfront, CallerReference=str(number))["Distribution"]["Id"] for number in range(3)]
    first = cloudfront.list_distributions(MaxItems="2")["DistributionList"]
    second = cloudfront.list_distributions(MaxItems="2", Marker=first["NextMarker"])["DistributionList"]
    assert [one["Id"] for one in first["Items"] + second["Items"]] == ids
    assert first["IsTruncated"] and not second["IsTruncated"]
    by_policy = cloudfront.list_distributions_by_cache_policy_id(CachePolicyId=edge.OPTIMIZED)["DistributionIdList"]
    assert by_policy["Items"] == ids
