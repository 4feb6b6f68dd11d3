import { CeCostAllocationTag } from "@cdktf/provider-aws/lib/ce-cost-allocation-tag/index.js";
import { address } from "@groundplan/core";
import type { AccountBlueprint } from "../blueprint.js";

/**
 * Splits the bills of all accounts by tags. AWS knows a tag a day after its first use, and answers "tag keys not found" before.
 *
 * @see https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/activating-tags.html
 */
export function splitBills({ module, config }: AccountBlueprint): void {
  config.money.costAllocationTags.forEach((tagKey) => {
    address(new CeCostAllocationTag(module, `cost-tag-${tagKey}`, { tagKey, status: "Active" }), module, tagKey);
  });
}
