"""CloudFront: a file a noun. moto keeps few of a distribution's fields and nothing of what it uses, so it is kept here."""
