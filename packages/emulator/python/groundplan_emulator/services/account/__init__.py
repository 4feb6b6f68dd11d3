"""An account's own data: its contacts and the regions it may use."""
