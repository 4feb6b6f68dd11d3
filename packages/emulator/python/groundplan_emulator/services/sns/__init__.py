"""Topics and subscriptions: a file a noun."""
