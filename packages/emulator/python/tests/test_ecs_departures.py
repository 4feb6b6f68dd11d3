def test_a_service_that_is_gone_is_shown_inactive_once_and_then_forgotten(estate):
    definition = estate.register()
    estate.create(definition, desiredCount=0)
    estate.ecs.delete_service(cluster="main", service="app")
    assert [estate.look()["status"] for _ in range(2)] == ["DRAINING", "INACTIVE"]
    forgotten = estate.ecs.describe_services(cluster="main", services=["app"])
    assert forgotten["services"] == []
    assert [failure["reason"] for failure in forgotten["failures"]] == ["MISSING"]
    assert estate.create(definition, desiredCount=0)["status"] == "ACTIVE"
