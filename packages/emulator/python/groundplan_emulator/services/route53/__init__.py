"""Hosted zones: a file a noun."""
