"""Products whose findings a hub takes.

https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_EnableImportFindingsForProduct.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import stub
from .hub import check_enabled


@stub("securityhub", "EnableImportFindingsForProduct")
def enable(call: Call) -> dict[str, Any]:
    check_enabled(call)
    product = call.params["ProductArn"]
    name = product.partition(":product/")[2]
    if not name:
        raise AwsError("InvalidInputException", f"Invalid product ARN {product}")
    arn = call.arn(f"product-subscription/{name}")
    if arn in call.kind("product"):
        raise AwsError("ResourceConflictException", f"The product {product} is already enabled.", 409)
    call.kind("product")[arn] = product
    return {"ProductSubscriptionArn": arn}


@stub("securityhub", "ListEnabledProductsForImport")
def list_enabled(call: Call) -> dict[str, Any]:
    check_enabled(call)
    return {"ProductSubscriptions": list(call.kind("product"))}


@stub("securityhub", "DisableImportFindingsForProduct")
def disable(call: Call) -> None:
    check_enabled(call)
    if call.kind("product").pop(call.params["ProductSubscriptionArn"], None) is None:
        text = f"The product subscription {call.params['ProductSubscriptionArn']} was not found."
        raise AwsError("ResourceNotFoundException", text, 404)
