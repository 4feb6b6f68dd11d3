"""Security Hub: the account's hub of a region, its standards and their controls. Nothing is checked here."""
