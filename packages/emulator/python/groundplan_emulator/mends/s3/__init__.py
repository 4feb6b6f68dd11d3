"""S3's classes in moto."""
