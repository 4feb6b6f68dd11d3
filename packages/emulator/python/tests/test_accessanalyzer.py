import pytest

FILTER = {"principal.AWS": {"eq": ["222222222222"]}}


@pytest.fixture
def analyzers(aws):
    return aws("accessanalyzer")


def test_an_analyzer_is_made_tagged_and_deleted(analyzers, account, refused):
    arn = analyzers.create_analyzer(analyzerName="external", type="ACCOUNT", tags={"a": "1"})["arn"]
    assert arn == f"arn:aws:access-analyzer:eu-west-1:{account}:analyzer/external"
    with refused("ConflictException"):
        analyzers.create_analyzer(analyzerName="external", type="ACCOUNT_UNUSED_ACCESS")
    analyzers.tag_resource(resourceArn=arn, tags={"b": "2"})
    analyzers.untag_resource(resourceArn=arn, tagKeys=["a"])
    shown = analyzers.get_analyzer(analyzerName="external")["analyzer"]
    assert (shown["status"], shown["tags"]) == ("ACTIVE", {"b": "2"}) and analyzers.list_tags_for_resource(resourceArn=arn)["tags"] == {
        "b": "2"
    }
    analyzers.delete_analyzer(analyzerName="external")
    for call in (analyzers.get_analyzer, analyzers.delete_analyzer):
        with refused("ResourceNotFoundException"):
            call(analyzerName="external")


def test_of_each_kind_a_region_has_one(aws, analyzers, refused):
    analyzers.create_analyzer(analyzerName="external", type="ACCOUNT")
    with refused("ServiceQuotaExceededException"):
        analyzers.create_analyzer(analyzerName="second", type="ACCOUNT")
    analyzers.create_analyzer(analyzerName="unused", type="ACCOUNT_UNUSED_ACCESS")
    aws("accessanalyzer", "eu-central-1").create_analyzer(analyzerName="external", type="ACCOUNT")
    [found] = analyzers.list_analyzers(type="ACCOUNT_UNUSED_ACCESS")["analyzers"]
    assert found["configuration"]["unusedAccess"]["unusedAccessAge"] == 90


def test_unused_access_has_an_age(analyzers, refused):
    def age(days):
        return {"unusedAccess": {"unusedAccessAge": days}}

    for days in (0, 366):
        with refused("ValidationException"):
            analyzers.create_analyzer(analyzerName="unused", type="ACCOUNT_UNUSED_ACCESS", configuration=age(days))
    with refused("ValidationException"):
        analyzers.create_analyzer(analyzerName="external", type="ACCOUNT", configuration=age(45))
    analyzers.create_analyzer(analyzerName="unused", type="ACCOUNT_UNUSED_ACCESS", configuration=age(45))
    analyzers.update_analyzer(analyzerName="unused", configuration=age(30))
    assert analyzers.get_analyzer(analyzerName="unused")["analyzer"]["configuration"] == age(30)


def test_an_organizations_analyzer_is_the_managements_or_a_delegates(aws, aws_of, analyzers, refused):
    with refused("ValidationException"):
        analyzers.create_analyzer(analyzerName="all", type="ORGANIZATION")
    organizations = aws("organizations")
    organizations.create_organization(FeatureSet="ALL")
    member = organizations.create_account(Email="m@example.com", AccountName="m")["CreateAccountStatus"]["AccountId"]
    analyzers.create_analyzer(analyzerName="all", type="ORGANIZATION")
    with refused("ValidationException"):
        aws_of(member)("accessanalyzer").create_analyzer(analyzerName="all", type="ORGANIZATION")


def test_archive_rules_are_an_analyzers(analyzers, refused):
    analyzers.create_analyzer(analyzerName="external", type="ACCOUNT", archiveRules=[{"ruleName": "own", "filter": FILTER}])
    one = {"analyzerName": "external", "ruleName": "own"}
    with refused("ConflictException"):
        analyzers.create_archive_rule(**one, filter=FILTER)
    other = {"isPublic": {"eq": ["false"]}}
    analyzers.update_archive_rule(**one, filter=other)
    assert analyzers.get_archive_rule(**one)["archiveRule"]["filter"] == other
    analyzers.create_archive_rule(analyzerName="external", ruleName="more", filter=FILTER)
    assert [rule["ruleName"] for rule in analyzers.list_archive_rules(analyzerName="external")["archiveRules"]] == ["own", "more"]
    analyzers.delete_archive_rule(**one)
    with refused("ResourceNotFoundException"):
        analyzers.get_archive_rule(**one)
