"""CloudWatch's alarms: a file a noun."""
