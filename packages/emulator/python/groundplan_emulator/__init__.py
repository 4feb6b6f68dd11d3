"""moto's server, extended until Terraform's whole cycle holds against it."""
