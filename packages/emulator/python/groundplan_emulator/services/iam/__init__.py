"""IAM: what it would not take, and what it would not let go. Nobody is denied anything here."""
