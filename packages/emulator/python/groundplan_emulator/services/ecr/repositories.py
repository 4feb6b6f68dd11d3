"""Repositories.

https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_PutImageScanningConfiguration.html
"""

from ...rules import before


@before("ecr", "PutImageScanningConfiguration")
def say_what_is_false(call):
    """AWS's Go SDK leaves out what is false, and moto takes an empty configuration for none: scanning was never switched off."""
    call.params.setdefault("imageScanningConfiguration", {}).setdefault("scanOnPush", False)
