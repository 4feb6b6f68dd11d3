"""Resource Access Manager: what is shared, with whom. Nobody sees another's things here."""
