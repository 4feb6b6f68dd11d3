"""RDS. moto holds what stands; rules here decide what AWS would have decided, and refuse what it would refuse."""

from ...rules import load

# a database stands in subnets and security groups, is encrypted, and keeps a secret
for _service in ("ec2", "kms", "secretsmanager"):
    load(_service)
