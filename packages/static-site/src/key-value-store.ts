import { CloudfrontKeyValueStore } from "@cdktf/provider-aws/lib/cloudfront-key-value-store/index.js";
import { address, awsName } from "@groundplan/core";
import type { Blueprint } from "./blueprint.js";

/** Where the passwords' hashes are, with `basicAuth`. What is in it comes by the publisher, never by Terraform. */
export function makeKeyValueStore({ module, config }: Blueprint): CloudfrontKeyValueStore | undefined {
  if (!config.basicAuth) return undefined;
  const store = new CloudfrontKeyValueStore(module, "passwords", {
    name: awsName("aws_cloudfront_key_value_store", config.name, "passwords"),
    comment: `Hashes of who may see ${config.name}`,
    // AWS refuses to delete one that a function still names: it goes after that
    lifecycle: { createBeforeDestroy: true },
  });
  return address(store, module, "passwords");
}
