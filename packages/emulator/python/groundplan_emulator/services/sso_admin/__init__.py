"""IAM Identity Center: permission sets and who has them where."""
