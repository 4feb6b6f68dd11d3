"""Enhanced monitoring, Performance Insights with Database Insights, and exported logs.

https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.html
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DatabaseInsights.TurningOnAdvanced.html
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ... import roles
from ...call import AwsError, Call
from . import instance_classes, passwords
from .engines import Engine

_INTERVALS = (0, 1, 5, 10, 15, 30, 60)
_SHORTEST_RETENTION, _LONGEST_RETENTION, _MONTH = 7, 731, 31
ADVANCED_RETENTION = 465


def check_role(call: Call, arn: str, interval: int | None, role: str | None) -> None:
    if interval is not None and interval not in _INTERVALS:
        text = f"Invalid value for MonitoringInterval: {interval}. Valid values: {', '.join(map(str, _INTERVALS))}."
        raise AwsError("InvalidParameterValue", text)
    if interval and not role:
        text = "A MonitoringRoleARN value is required if you specify a MonitoringInterval value other than 0."
        raise AwsError("InvalidParameterCombination", text)
    if role and not interval:
        text = "You must specify a MonitoringInterval value other than 0 when you specify a MonitoringRoleARN value."
        raise AwsError("InvalidParameterCombination", text)
    if role and roles.refuses(role, "monitoring.rds.amazonaws.com", arn):
        text = "IAM role ARN value is invalid or does not include the required permissions for: ENHANCED_MONITORING"
        call.refuse(AwsError("InvalidParameterValue", text))


def check_insights(call: Call, engine: Engine, class_name: str | None, standing: Any = None) -> None:
    """What a request says of Performance Insights; the advanced mode needs the rest said with it.

    `standing` is what is changed.
    """
    params = call.params
    enabled, retention = params.get("EnablePerformanceInsights"), params.get("PerformanceInsightsRetentionPeriod")
    passwords.check_key(call, "PerformanceInsightsKMSKeyId")
    if enabled and class_name and not instance_classes.has_insights(engine, class_name):
        raise AwsError("InvalidParameterCombination", "Performance Insights not supported for this configuration.")
    months = retention is not None and retention % _MONTH == 0 and retention // _MONTH <= 23
    if retention is not None and not (retention in (_SHORTEST_RETENTION, _LONGEST_RETENTION) or (months and retention > 0)):
        raise AwsError("InvalidParameterValue", f"Invalid Performance Insights retention period: {retention}.")
    advanced = (params.get("DatabaseInsightsMode") or getattr(standing, "database_insights_mode", None)) == "advanced"
    asked = bool(params.get("DatabaseInsightsMode") or enabled is not None or retention is not None)
    if advanced and asked and not (enabled and (retention or 0) >= ADVANCED_RETENTION):
        what = "cluster" if "DBClusterIdentifier" in params else "instance"
        text = (
            f"To enable the Advanced mode of Database Insights, modify your {what} to enable Performance Insights "
            f"and set the retention period for Performance Insights to at least {ADVANCED_RETENTION} days."
        )
        raise AwsError("InvalidParameterCombination", text)


def insights(params: dict[str, Any], default_key: str) -> dict[str, Any]:
    """What a new database shows of its insights, by attributes of moto's."""
    if not params.get("EnablePerformanceInsights"):
        return {
            "performance_insights_enabled": False,
            "performance_insights_kms_key_id": None,
            "performance_insights_retention_period": None,
            "database_insights_mode": params.get("DatabaseInsightsMode") or "standard",
        }
    return {
        "performance_insights_enabled": True,
        "performance_insights_kms_key_id": params.get("PerformanceInsightsKMSKeyId") or default_key,
        "performance_insights_retention_period": params.get("PerformanceInsightsRetentionPeriod") or _SHORTEST_RETENTION,
        "database_insights_mode": params.get("DatabaseInsightsMode") or "standard",
    }


def check_logs(engine: Engine, version: str, names: Iterable[str]) -> None:
    unknown = [name for name in names if name not in engine.logs]
    if unknown:
        text = f"You cannot use the log types '{', '.join(unknown)}' with engine version {engine.name} {version}."
        raise AwsError("InvalidParameterCombination", f"{text} For supported log types, see the documentation.")
