"""RDS's classes in moto."""
