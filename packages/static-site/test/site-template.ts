import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { synthesize, type Template } from "@groundplan/testing";
import type { TerraformStack } from "cdktf";
import { edgeProvider } from "../examples/surroundings.js";
import { StaticSite, type StaticSiteProps } from "../src/index.js";
import { base } from "./problems.js";

type Changes = Partial<StaticSiteProps> | ((stack: TerraformStack) => Partial<StaticSiteProps>);

/** What a site without any synthesizes to: made once, since it is looked at often. */
let plain: Template | undefined;

/** What a site of the given props synthesizes to. */
export function siteTemplate(changes?: Changes): Template {
  if (changes !== undefined) return made(changes);
  plain ??= made({});
  return plain;
}

function made(changes: Changes): Template {
  return synthesize((stack) => {
    const props = typeof changes === "function" ? changes(stack) : changes;
    new StaticSite(stack, "docs", { ...base, edgeProvider: edgeProvider(stack), ...props });
  });
}

/** A provider of a second region. */
export function frankfurt(stack: TerraformStack): AwsProvider {
  return new AwsProvider(stack, "frankfurt", { region: "eu-central-1", alias: "frankfurt" });
}

/** The statements of a policy at an address. */
export function statementsAt(template: Template, address: string) {
  return template
    .iamStatements()
    .filter((one) => one.address === address)
    .map(({ statement }) => statement);
}
