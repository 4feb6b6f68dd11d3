import edge
import pytest


@pytest.fixture
def cloudfront(aws):
    return aws("cloudfront")


NOTHING = {
    "CookiesConfig": {"CookieBehavior": "none"},
    "HeadersConfig": {"HeaderBehavior": "none"},
    "QueryStringsConfig": {"QueryStringBehavior": "none"},
}
KEY = {**NOTHING, "EnableAcceptEncodingGzip": True, "EnableAcceptEncodingBrotli": True}
CACHE = {"Name": "p", "MinTTL": 1, "DefaultTTL": 50, "MaxTTL": 100, "ParametersInCacheKeyAndForwardedToOrigin": KEY}
SECURITY = {"ContentTypeOptions": {"Override": True}, "FrameOptions": {"Override": True, "FrameOption": "DENY"}}
POLICIES = {
    "cache_policy": CACHE,
    "origin_request_policy": {"Name": "p", **NOTHING, "HeadersConfig": {"HeaderBehavior": "whitelist", "Headers": edge.listed("origin")}},
    "response_headers_policy": {"Name": "p", "SecurityHeadersConfig": SECURITY},
}


@pytest.mark.parametrize("kind", POLICIES)
def test_a_policy_is_made_changed_used_and_removed(cloudfront, refused, kind):
    noun = "".join(word.title() for word in kind.split("_"))
    create, get, update, delete = (getattr(cloudfront, f"{verb}_{kind}") for verb in ("create", "get", "update", "delete"))
    wanted = POLICIES[kind]
    made = create(**{f"{noun}Config": wanted})
    name = made[noun]["Id"]
    with refused(f"{noun}AlreadyExists"):
        create(**{f"{noun}Config": wanted})
    assert get(Id=name)[noun][f"{noun}Config"].items() >= wanted.items()
    with refused("PreconditionFailed"):
        update(Id=name, IfMatch="EOTHER", **{f"{noun}Config": wanted})
    tag = update(Id=name, IfMatch=made["ETag"], **{f"{noun}Config": {**wanted, "Comment": "changed"}})["ETag"]
    assert get(Id=name)[noun][f"{noun}Config"]["Comment"] == "changed"
    config = edge.config(DefaultCacheBehavior=edge.behavior(**{f"{noun}Id": name}))
    distribution = cloudfront.create_distribution(DistributionConfig=config)
    with refused(f"{noun}InUse"):
        delete(Id=name, IfMatch=tag)
    cloudfront.update_distribution(Id=distribution["Distribution"]["Id"], DistributionConfig=edge.config(), IfMatch=distribution["ETag"])
    delete(Id=name, IfMatch=tag)
    with refused(f"NoSuch{noun}"):
        get(Id=name)


def test_the_managed_ones_stand_in_every_account_and_cannot_be_touched(cloudfront, refused):
    found = cloudfront.list_cache_policies(Type="managed")["CachePolicyList"]["Items"]
    by_name = {one["CachePolicy"]["CachePolicyConfig"]["Name"]: one["CachePolicy"]["Id"] for one in found}
    assert by_name["Managed-CachingOptimized"] == edge.OPTIMIZED
    config = cloudfront.get_cache_policy(Id=edge.DISABLED)
    assert config["CachePolicy"]["CachePolicyConfig"]["MaxTTL"] == 0
    with refused("IllegalDelete"):
        cloudfront.delete_cache_policy(Id=edge.DISABLED, IfMatch=config["ETag"])
    with refused("IllegalUpdate"):
        cloudfront.update_cache_policy(Id=edge.DISABLED, IfMatch=config["ETag"], CachePolicyConfig=CACHE)
    assert cloudfront.list_cache_policies(Type="custom")["CachePolicyList"]["Quantity"] == 0
    security = cloudfront.get_response_headers_policy(Id="67f7725c-6f97-4210-82d7-5512b31e9d03")["ResponseHeadersPolicy"]
    assert security["ResponseHeadersPolicyConfig"]["Name"] == "Managed-SecurityHeadersPolicy"


def test_lives_do_not_fall_and_a_cache_that_is_off_chooses_nothing(cloudfront, refused):
    for lives in ((2, 1, 3), (0, 3, 2), (-1, 0, 0)):
        with refused("InvalidArgument"):
            cloudfront.create_cache_policy(CachePolicyConfig={**CACHE, **dict(zip(("MinTTL", "DefaultTTL", "MaxTTL"), lives, strict=True))})
    off = {**CACHE, "MinTTL": 0, "DefaultTTL": 0, "MaxTTL": 0}
    headers = {"HeadersConfig": {"HeaderBehavior": "whitelist", "Headers": edge.listed("Authorization")}}
    for key in (KEY, {**NOTHING, "EnableAcceptEncodingGzip": False, **headers}):
        with refused("InvalidArgument"):
            cloudfront.create_cache_policy(CachePolicyConfig={**off, "ParametersInCacheKeyAndForwardedToOrigin": key})
    plain = {"Name": "defaults", "MinTTL": 0, "ParametersInCacheKeyAndForwardedToOrigin": KEY}
    made = cloudfront.create_cache_policy(CachePolicyConfig=plain)["CachePolicy"]["CachePolicyConfig"]
    assert (made["DefaultTTL"], made["MaxTTL"]) == (86_400, 31_536_000)


def test_lists_of_names_stand_where_they_are_chosen(cloudfront, refused):
    for headers in ({"HeaderBehavior": "whitelist"}, {"HeaderBehavior": "none", "Headers": edge.listed("origin")}):
        with refused("InvalidArgument"):
            cloudfront.create_origin_request_policy(OriginRequestPolicyConfig={"Name": "p", **NOTHING, "HeadersConfig": headers})
    many = {"HeaderBehavior": "whitelist", "Headers": edge.listed(*(f"x-{number}" for number in range(11)))}
    with refused("TooManyHeadersInOriginRequestPolicy"):
        cloudfront.create_origin_request_policy(OriginRequestPolicyConfig={"Name": "p", **NOTHING, "HeadersConfig": many})
    forwarded = {"HeaderBehavior": "whitelist", "Headers": edge.listed("Authorization")}
    with refused("InvalidArgument"):
        cloudfront.create_origin_request_policy(OriginRequestPolicyConfig={"Name": "p", **NOTHING, "HeadersConfig": forwarded})


def custom(*names):
    return {"CustomHeadersConfig": edge.listed(*({"Header": name, "Value": "x", "Override": True} for name in names))}


def policy_of(csp):
    return {"SecurityHeadersConfig": {"ContentSecurityPolicy": {"Override": True, "ContentSecurityPolicy": csp}}}


CORS = {
    "AccessControlAllowOrigins": edge.listed("*"),
    "AccessControlAllowHeaders": edge.listed("x-a"),
    "AccessControlAllowMethods": edge.listed("GET"),
    "AccessControlAllowCredentials": True,
    "OriginOverride": True,
}
REFUSALS = {
    "nothing": ("InvalidArgument", {}),
    "security": ("InvalidArgument", custom("X-Frame-Options")),
    "cors": ("InvalidArgument", custom("Access-Control-Allow-Origin")),
    "hop": ("InvalidArgument", custom("Transfer-Encoding")),
    "twice": ("InvalidArgument", custom("X-A", "x-a")),
    "many": ("TooManyCustomHeadersInResponseHeadersPolicy", custom(*(f"x-{number}" for number in range(11)))),
    "csp": ("TooLongCSPInResponseHeadersPolicy", policy_of("x" * 1784)),
    "credentials": ("InvalidArgument", {"CorsConfig": CORS}),
    "removed": ("InvalidArgument", {"RemoveHeadersConfig": edge.listed({"Header": "Content-Length"})}),
}


@pytest.mark.parametrize("case", REFUSALS)
def test_response_headers_that_aws_would_not_take_are_refused(cloudfront, refused, case):
    code, wanted = REFUSALS[case]
    with refused(code):
        cloudfront.create_response_headers_policy(ResponseHeadersPolicyConfig={"Name": "p", **wanted})


def test_the_longest_policy_of_contents_is_taken(cloudfront):
    cloudfront.create_response_headers_policy(ResponseHeadersPolicyConfig={"Name": "p", **policy_of("x" * 1783)})
