"""MSK: clusters and their configurations. No broker runs."""
