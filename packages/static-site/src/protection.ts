import { WebAcl } from "@groundplan/web-acl";
import type { Blueprint } from "./blueprint.js";
import { edgeProviderOf, edgeRegion } from "./edge.js";

/** What stands before the distribution, unless it is off. */
export function makeWebAcl(blueprint: Blueprint): WebAcl | undefined {
  const { module, config, wiring } = blueprint;
  const { name, accountId, webAcl } = config;
  if (webAcl === "off") return undefined;
  return new WebAcl(module, "web-acl", {
    ...webAcl,
    name,
    accountId,
    region: edgeRegion,
    scope: "cloudfront",
    encryptionKey: wiring.edgeEncryptionKey,
    alarmTopic: wiring.edgeAlarmTopic,
    edgeProvider: edgeProviderOf(blueprint, "the web ACL stands"),
  });
}
