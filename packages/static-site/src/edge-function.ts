import { CloudfrontFunction } from "@cdktf/provider-aws/lib/cloudfront-function/index.js";
import type { CloudfrontKeyValueStore } from "@cdktf/provider-aws/lib/cloudfront-key-value-store/index.js";
import { address, awsName } from "@groundplan/core";
import { edgeFunction } from "@groundplan/site-edge";
import type { Blueprint } from "./blueprint.js";

/** What each request for a file of the site passes first: names, passwords, redirects, routing. It is changed in place. */
export function makeEdgeFunction({ module, config, overrides }: Blueprint, store: CloudfrontKeyValueStore | undefined): CloudfrontFunction {
  const made = new CloudfrontFunction(module, "function", {
    name: awsName("aws_cloudfront_function", config.name, "edge"),
    runtime: "cloudfront-js-2.0",
    comment: `Routing of ${config.name}`,
    // a function has one store at most, and finds it without its id
    code: edgeFunction(config),
    publish: true,
    keyValueStoreAssociations: store === undefined ? [] : [store.arn],
    lifecycle: { createBeforeDestroy: true },
    ...overrides.function,
  });
  return address(made, module);
}
