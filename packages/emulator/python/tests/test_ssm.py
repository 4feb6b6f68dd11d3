import pytest


@pytest.fixture
def ssm(aws):
    return aws("ssm")


def put(ssm, name="/app/a", value="a", **more):
    ssm.put_parameter(**{"Name": name, "Value": value, "Type": "String", **more})
    filters = [{"Key": "Name", "Values": [name]}]
    return ssm.describe_parameters(ParameterFilters=filters)["Parameters"][0]


def test_a_parameter_is_overwritten_if_one_says_so(ssm, refused):
    put(ssm)
    with refused("ParameterAlreadyExists"):
        put(ssm, value="b")
    assert put(ssm, value="b", Overwrite=True)["Version"] == 2


def test_a_value_fits_its_tier_and_a_tier_does_not_go_down(ssm, refused):
    with refused("ValidationException"):
        put(ssm, value="a" * 4097)
    assert put(ssm, value="a" * 4096, Tier="Intelligent-Tiering")["Tier"] == "Standard"
    assert put(ssm, value="a" * 4097, Tier="Intelligent-Tiering", Overwrite=True)["Tier"] == "Advanced"
    assert put(ssm, value="a", Tier="Intelligent-Tiering", Overwrite=True)["Tier"] == "Advanced"
    with refused("ValidationException"):
        put(ssm, value="a", Tier="Standard", Overwrite=True)
    with refused("ValidationException"):
        put(ssm, "/app/b", value="a" * 8193, Tier="Advanced")


def test_a_value_fits_its_pattern(ssm, refused):
    with refused("ParameterPatternMismatchException"):
        put(ssm, value="A", AllowedPattern="^[a-z]$")
    put(ssm, value="a", AllowedPattern="^[a-z]$")


def test_a_key_must_be_there(aws, ssm, refused):
    key = aws("kms").create_key()["KeyMetadata"]["KeyId"]
    with refused("InvalidKeyId"):
        put(ssm, Type="SecureString", KeyId=key[:-4] + "0000")
    assert put(ssm, Type="SecureString", KeyId=key)["KeyId"] == key
    assert ssm.get_parameter(Name="/app/a", WithDecryption=True)["Parameter"]["Value"] == "a"


def test_names_have_fifteen_levels_at_most(ssm, refused):
    put(ssm, "/a" * 15)
    with refused("HierarchyLevelLimitExceededException"):
        put(ssm, "/a" * 16)
