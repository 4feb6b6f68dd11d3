"""Macie's classes in moto."""

from moto.macie2.models import MacieBackend

from ..mend import mend


@mend(MacieBackend, "__init__", source="4605dc71e351", operations={"macie2": ["EnableMacie", "GetMacieSession"]})
def off_at_first(original):
    """moto has it enabled from the start.

    https://docs.aws.amazon.com/macie/latest/user/getting-started.html
    """

    def __init__(self, region_name, account_id):
        original(self, region_name, account_id)
        self.macie_session = None

    return __init__
