def _tags_change(client, arn, show, names):
    """By the names that the API gives its parameters."""
    client.tag_resource(**{names["arn"]: arn, names["tags"]: {"y": "2", "z": "3"}})
    client.untag_resource(**{names["arn"]: arn, names["keys"]: ["x", "z"]})
    assert show() == {"y": "2"}
    assert client.get_tags(**{names["arn"]: arn})[names["tags"]] == {"y": "2"}


def test_tags_of_what_a_rest_api_has_change(aws, refused):
    gateway, arn = aws("apigateway"), "arn:aws:apigateway:eu-west-1::"
    names = {"arn": "resourceArn", "tags": "tags", "keys": "tagKeys"}
    api = gateway.create_rest_api(name="a", tags={"x": "1"})["id"]
    _tags_change(gateway, f"{arn}/restapis/{api}", lambda: gateway.get_rest_api(restApiId=api)["tags"], names)
    root = gateway.get_resources(restApiId=api)["items"][0]["id"]
    gateway.put_method(restApiId=api, resourceId=root, httpMethod="GET", authorizationType="NONE")
    gateway.put_integration(restApiId=api, resourceId=root, httpMethod="GET", type="MOCK")
    deployment = gateway.create_deployment(restApiId=api)["id"]
    gateway.create_stage(restApiId=api, stageName="s", deploymentId=deployment, tags={"x": "1"})
    stage = {"restApiId": api, "stageName": "s"}
    _tags_change(gateway, f"{arn}/restapis/{api}/stages/s", lambda: gateway.get_stage(**stage)["tags"], names)
    key = gateway.create_api_key(name="k", tags={"x": "1"})["id"]
    _tags_change(gateway, f"{arn}/apikeys/{key}", lambda: gateway.get_api_key(apiKey=key)["tags"], names)
    plan = gateway.create_usage_plan(name="p")["id"]
    _tags_change(gateway, f"{arn}/usageplans/{plan}", lambda: gateway.get_usage_plan(usagePlanId=plan)["tags"], names)
    with refused("NotFoundException"):
        gateway.tag_resource(resourceArn=f"{arn}/restapis/none", tags={"x": "1"})


def test_tags_of_what_an_http_api_has_change(aws, refused):
    gateway, arn = aws("apigatewayv2"), "arn:aws:apigateway:eu-west-1::"
    names = {"arn": "ResourceArn", "tags": "Tags", "keys": "TagKeys"}
    api = gateway.create_api(Name="a", ProtocolType="HTTP", Tags={"x": "1"})["ApiId"]
    _tags_change(gateway, f"{arn}/apis/{api}", lambda: gateway.get_api(ApiId=api)["Tags"], names)
    gateway.create_stage(ApiId=api, StageName="$default", Tags={"x": "1"})
    stage = {"ApiId": api, "StageName": "$default"}
    _tags_change(gateway, f"{arn}/apis/{api}/stages/$default", lambda: gateway.get_stage(**stage)["Tags"], names)
    with refused("NotFoundException"):
        gateway.tag_resource(ResourceArn=f"{arn}/apis/{api}/stages/none", Tags={"x": "1"})
