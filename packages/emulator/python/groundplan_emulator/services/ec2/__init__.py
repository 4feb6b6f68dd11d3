"""EC2: networking, and the instances that NAT needs; a file a noun."""
