"""AWS Backup: vaults, and plans of what goes into them. No clock starts a backup here."""

from ...rules import load

# a vault is encrypted, and tells a topic
for _service in ("kms", "sns"):
    load(_service)
