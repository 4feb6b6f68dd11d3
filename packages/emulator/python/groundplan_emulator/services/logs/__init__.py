"""CloudWatch Logs: a file a noun."""
