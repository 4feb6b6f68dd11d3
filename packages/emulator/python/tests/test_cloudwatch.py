import json

import pytest


@pytest.fixture
def cloudwatch(aws):
    return aws("cloudwatch")


def put(cloudwatch, name="cpu", **more):
    wanted = {
        "AlarmName": name,
        "Namespace": "AWS/ECS",
        "MetricName": "CPUUtilization",
        "Statistic": "Average",
        "Period": 60,
        "EvaluationPeriods": 3,
        "Threshold": 80,
        "ComparisonOperator": "GreaterThanThreshold",
        **more,
    }
    cloudwatch.put_metric_alarm(**{key: value for key, value in wanted.items() if value is not None})
    return cloudwatch.describe_alarms(AlarmNames=[name])["MetricAlarms"][0]


_PLAIN = dict.fromkeys(("Namespace", "MetricName", "Statistic", "Period"))


def latency(**more):
    metric = {"Namespace": "AWS/ApplicationELB", "MetricName": "TargetResponseTime"}
    return {"Id": "latency", "MetricStat": {"Metric": metric, "Period": 300, "Stat": "p90"}, **more}


def test_a_new_alarm_has_no_data_and_a_changed_one_keeps_its_state_and_tags(cloudwatch):
    made = put(cloudwatch, Tags=[{"Key": "a", "Value": "1"}])
    assert made["StateValue"] == "INSUFFICIENT_DATA"
    assert (made["AlarmActions"], made["OKActions"]) == ([], [])
    cloudwatch.set_alarm_state(AlarmName="cpu", StateValue="ALARM", StateReason="test")
    assert put(cloudwatch, Threshold=90, Tags=[{"Key": "a", "Value": "2"}])["StateValue"] == "ALARM"
    assert cloudwatch.list_tags_for_resource(ResourceARN=made["AlarmArn"])["Tags"] == [{"Key": "a", "Value": "1"}]


def test_actions_are_in_the_alarms_region_whether_they_exist_or_not(cloudwatch, refused):
    put(cloudwatch, AlarmActions=["arn:aws:sns:eu-west-1:111111111111:unknown"])
    for wrong in ("arn:aws:sns:us-east-1:111111111111:unknown", "unknown"):
        with refused("ValidationError"):
            put(cloudwatch, OKActions=[wrong])


@pytest.mark.parametrize(
    "wrong",
    [
        {"Statistic": None},
        {"ExtendedStatistic": "p99"},
        {"Threshold": None},
        {"Period": 45},
        {"DatapointsToAlarm": 4},
        {"Period": 300, "EvaluationPeriods": 289},
        {"Period": 3600, "EvaluationPeriods": 169},
        {"ComparisonOperator": "GreaterThanUpperThreshold"},
    ],
)
def test_an_alarm_that_cannot_be_is_refused(cloudwatch, refused, wrong):
    with refused("ValidationError"):
        put(cloudwatch, **wrong)


def test_an_alarm_looks_back_a_day_and_with_periods_of_an_hour_a_week(cloudwatch):
    put(cloudwatch, Period=300, EvaluationPeriods=288)
    put(cloudwatch, Period=3600, EvaluationPeriods=168)


def test_math_returns_one_metric(cloudwatch, refused):
    rate = {"Id": "rate", "Expression": "latency*1000", "Label": "ms"}
    with refused("ValidationError"):
        put(cloudwatch, **_PLAIN, Metrics=[rate, latency()])
    with refused("ValidationError"):
        put(cloudwatch, Metrics=[rate, latency(ReturnData=False)])
    shown = put(cloudwatch, **_PLAIN, Metrics=[{**rate, "ReturnData": True}, latency(ReturnData=False)])
    assert [query["ReturnData"] for query in shown["Metrics"]] == [True, False]


def test_a_band_is_returned_beside_its_metric(cloudwatch, refused):
    band = {"Id": "band", "Expression": "ANOMALY_DETECTION_BAND(latency, 2)"}
    expected = {**_PLAIN, "Threshold": None, "ThresholdMetricId": "band", "ComparisonOperator": "GreaterThanUpperThreshold"}
    shown = put(cloudwatch, **expected, Metrics=[band, latency()])
    assert shown["ThresholdMetricId"] == "band" and "Threshold" not in shown
    with refused("ValidationError"):
        put(cloudwatch, **expected, Metrics=[band, latency(ReturnData=False)])
    with refused("ValidationError"):
        put(cloudwatch, **{**expected, "ThresholdMetricId": "latency"}, Metrics=[band, latency()])
    with refused("ValidationError"):
        put(cloudwatch, **{**expected, "ComparisonOperator": "GreaterThanThreshold"}, Metrics=[band, latency()])


def test_a_composite_alarm_stands_on_alarms_that_exist(cloudwatch, account, refused):
    put(cloudwatch, "cpu")
    put(cloudwatch, "memory")

    def compose(rule, **more):
        cloudwatch.put_composite_alarm(AlarmName="any", AlarmRule=rule, **more)

    for wrong in ("ALARM(cpu) OR ALARM(disk)", "ALARM(cpu) XOR ALARM(memory)", "(ALARM(cpu)", "ALARM(any)"):
        with refused("ValidationError"):
            compose(wrong)
    with refused("ValidationError"):
        cloudwatch.put_composite_alarm(AlarmName="cpu", AlarmRule="TRUE")
    arn = f"arn:aws:cloudwatch:eu-west-1:{account}:alarm"
    compose(f'ALARM("cpu") AND NOT (OK({arn}:memory) OR FALSE)', ActionsEnabled=False, Tags=[{"Key": "a", "Value": "1"}])
    found = cloudwatch.describe_alarms(AlarmNames=["any"], AlarmTypes=["CompositeAlarm"])
    assert found["MetricAlarms"] == []
    [shown] = found["CompositeAlarms"]
    assert (shown["AlarmArn"], shown["ActionsEnabled"]) == (f"{arn}:any", False)
    assert cloudwatch.describe_alarms()["CompositeAlarms"] == []
    with refused("ValidationError"):
        cloudwatch.delete_alarms(AlarmNames=["cpu"])
    cloudwatch.tag_resource(ResourceARN=f"{arn}:any", Tags=[{"Key": "b", "Value": "2"}])
    cloudwatch.untag_resource(ResourceARN=f"{arn}:any", TagKeys=["a"])
    assert cloudwatch.list_tags_for_resource(ResourceARN=f"{arn}:any")["Tags"] == [{"Key": "b", "Value": "2"}]
    cloudwatch.delete_alarms(AlarmNames=["any"])
    cloudwatch.delete_alarms(AlarmNames=["cpu", "memory"])
    assert cloudwatch.describe_alarms(AlarmTypes=["MetricAlarm", "CompositeAlarm"])["CompositeAlarms"] == []
    with refused("ResourceNotFoundException"):
        cloudwatch.tag_resource(ResourceARN=f"{arn}:any", Tags=[])


def test_actions_are_switched_off_and_on(cloudwatch):
    put(cloudwatch)
    for operation, enabled in ((cloudwatch.disable_alarm_actions, False), (cloudwatch.enable_alarm_actions, True)):
        operation(AlarmNames=["cpu"])
        assert cloudwatch.describe_alarms(AlarmNames=["cpu"])["MetricAlarms"][0]["ActionsEnabled"] is enabled


def test_a_dashboard_is_kept_as_it_is(cloudwatch):
    body = json.dumps({"widgets": [{"type": "text", "x": 0, "y": 0, "width": 6, "height": 6, "properties": {"markdown": "x"}}]})
    cloudwatch.put_dashboard(DashboardName="d", DashboardBody=body)
    assert cloudwatch.get_dashboard(DashboardName="d")["DashboardBody"] == body
