import pytest

BUDGET = {"BudgetName": "monthly", "BudgetType": "COST", "TimeUnit": "MONTHLY", "BudgetLimit": {"Amount": "1000.0", "Unit": "USD"}}
FORECAST = {"NotificationType": "FORECASTED", "ComparisonOperator": "GREATER_THAN", "Threshold": 80.0, "ThresholdType": "PERCENTAGE"}
ACTUAL = {**FORECAST, "NotificationType": "ACTUAL"}
MAIL = {"SubscriptionType": "EMAIL", "Address": "ops@example.com"}
TOPIC = {"SubscriptionType": "SNS", "Address": "arn:aws:sns:eu-west-1:111111111111:money"}


@pytest.fixture
def budgets(aws, account):
    budgets = aws("budgets", "us-east-1")
    notification = {"Notification": FORECAST, "Subscribers": [MAIL, TOPIC]}
    tags = [{"Key": "a", "Value": "1"}]
    budgets.create_budget(AccountId=account, Budget=BUDGET, NotificationsWithSubscribers=[notification], ResourceTags=tags)
    return budgets


@pytest.fixture
def named(account):
    return {"AccountId": account, "BudgetName": "monthly"}


def test_a_budget_is_changed_and_deleted(budgets, named, account, refused):
    with refused("DuplicateRecordException"):
        budgets.create_budget(AccountId=account, Budget=BUDGET)
    none = {**BUDGET, "BudgetLimit": {"Amount": "0", "Unit": "USD"}}
    with refused("InvalidParameterException"):
        budgets.update_budget(AccountId=account, NewBudget=none)
    before = budgets.describe_budget(**named)["Budget"]
    budgets.update_budget(AccountId=account, NewBudget={**BUDGET, "BudgetLimit": {"Amount": "1200.0", "Unit": "USD"}})
    after = budgets.describe_budget(**named)["Budget"]
    assert after["BudgetLimit"]["Amount"] == "1200.0" and after["TimePeriod"] == before["TimePeriod"]
    budgets.delete_budget(**named)
    with refused("NotFoundException"):
        budgets.update_budget(AccountId=account, NewBudget=BUDGET)


def test_a_notification_is_known_by_what_it_says(budgets, named, refused):
    with refused("DuplicateRecordException"):
        budgets.create_notification(**named, Notification={**FORECAST, "Threshold": 80}, Subscribers=[MAIL])
    budgets.create_notification(**named, Notification=ACTUAL, Subscribers=[MAIL])
    with refused("DuplicateRecordException"):
        budgets.update_notification(**named, OldNotification=ACTUAL, NewNotification=FORECAST)
    budgets.update_notification(**named, OldNotification=ACTUAL, NewNotification={**ACTUAL, "Threshold": 95.0})
    shown = budgets.describe_notifications_for_budget(**named)["Notifications"]
    assert [(one["NotificationType"], one["Threshold"]) for one in shown] == [("FORECASTED", 80.0), ("ACTUAL", 95.0)]
    budgets.delete_notification(**named, Notification={name: value for name, value in FORECAST.items() if name != "ThresholdType"})
    with refused("NotFoundException"):
        budgets.describe_subscribers_for_notification(**named, Notification=FORECAST)


def test_subscribers_come_and_go_but_for_the_last(budgets, named, refused):
    one = {**named, "Notification": FORECAST}
    assert budgets.describe_subscribers_for_notification(**one)["Subscribers"] == [MAIL, TOPIC]
    with refused("DuplicateRecordException"):
        budgets.create_subscriber(**one, Subscriber=MAIL)
    with refused("CreationLimitExceededException"):
        budgets.create_subscriber(**one, Subscriber={**TOPIC, "Address": f"{TOPIC['Address']}2"})
    budgets.create_subscriber(**one, Subscriber={**MAIL, "Address": "cfo@example.com"})
    budgets.delete_subscriber(**one, Subscriber=MAIL)
    budgets.delete_subscriber(**one, Subscriber=TOPIC)
    with refused("NotFoundException"):
        budgets.delete_subscriber(**one, Subscriber=TOPIC)
    with refused("InvalidParameterException"):
        budgets.delete_subscriber(**one, Subscriber={**MAIL, "Address": "cfo@example.com"})


def test_a_budgets_tags_change(budgets, account, refused):
    arn = f"arn:aws:budgets::{account}:budget/monthly"
    budgets.tag_resource(ResourceARN=arn, ResourceTags=[{"Key": "b", "Value": "2"}])
    budgets.untag_resource(ResourceARN=arn, ResourceTagKeys=["a"])
    assert budgets.list_tags_for_resource(ResourceARN=arn)["ResourceTags"] == [{"Key": "b", "Value": "2"}]
    with refused("NotFoundException"):
        budgets.list_tags_for_resource(ResourceARN=f"{arn}-not")
