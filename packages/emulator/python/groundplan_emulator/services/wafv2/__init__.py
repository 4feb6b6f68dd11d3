"""Web access control lists: a file a noun."""
