"""S3: what buckets are configured with; a file a noun."""
