def test_a_resource_server_is_deleted_once(aws, refused):
    cognito = aws("cognito-idp")
    pool = cognito.create_user_pool(PoolName="users")["UserPool"]["Id"]
    one = {"UserPoolId": pool, "Identifier": "https://items.example.com"}
    cognito.create_resource_server(**one, Name="items")
    cognito.delete_resource_server(**one)
    for call in (cognito.delete_resource_server, cognito.describe_resource_server):
        with refused("ResourceNotFoundException"):
            call(**one)
    with refused("ResourceNotFoundException"):
        cognito.delete_resource_server(**{**one, "UserPoolId": "eu-west-1_none"})


def test_a_pools_tags_outlive_a_change(aws):
    cognito = aws("cognito-idp")
    pool = cognito.create_user_pool(PoolName="users", UserPoolTags={"Name": "a"})["UserPool"]["Id"]
    cognito.update_user_pool(UserPoolId=pool, MfaConfiguration="OFF")
    assert cognito.describe_user_pool(UserPoolId=pool)["UserPool"]["UserPoolTags"] == {"Name": "a"}


def test_a_pools_tags_change_one_by_one(aws, refused):
    cognito = aws("cognito-idp")
    arn = cognito.create_user_pool(PoolName="users", UserPoolTags={"a": "1"})["UserPool"]["Arn"]
    cognito.tag_resource(ResourceArn=arn, Tags={"b": "2", "c": "3"})
    cognito.untag_resource(ResourceArn=arn, TagKeys=["a", "c"])
    assert cognito.list_tags_for_resource(ResourceArn=arn)["Tags"] == {"b": "2"}
    assert cognito.describe_user_pool(UserPoolId=arn.rpartition("/")[2])["UserPool"]["UserPoolTags"] == {"b": "2"}
    with refused("ResourceNotFoundException"):
        cognito.tag_resource(ResourceArn=f"{arn}x", Tags={"a": "1"})
