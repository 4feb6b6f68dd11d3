"""Lambda: what moto forgets of a function. No function is called here."""
