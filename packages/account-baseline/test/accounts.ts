import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { synthesize, type Template } from "@groundplan/testing";
import { AccountBaseline, type AccountBaselineProps, RegionBaseline, type RegionBaselineProps } from "../src/index.js";

const place = { name: "shop", securityAccountId: "222222222222" } as const;

const workloadPlace = { ...place, accountId: "444444444444", accountKind: "workload" } as const;

const securityPlace = { ...place, accountId: "222222222222", accountKind: "security" } as const;

/** A workload account. */
export function workloadAccount(props: Partial<AccountBaselineProps> = {}): Template {
  return synthesize((stack) => void new AccountBaseline(stack, "baseline", { ...workloadPlace, region: "eu-west-1", ...props }));
}

/** A further region of it. */
export function workloadRegion(props: Partial<RegionBaselineProps> = {}): Template {
  return synthesize((stack) => void new RegionBaseline(stack, "baseline", { ...workloadPlace, region: "eu-central-1", ...props }));
}

/** The security account. */
export function securityAccount(props: Partial<AccountBaselineProps> = {}): Template {
  return synthesize((stack) => void new AccountBaseline(stack, "baseline", { ...securityPlace, region: "eu-west-1", ...props }));
}

/** The security account of this estate, whose archive sites deliver to. */
export function archiveOfSites(estateAccountIds: string[], region = "eu-west-1"): Template {
  return synthesize((stack) => {
    const edgeProvider = new AwsProvider(stack, "edge", { region: "us-east-1", alias: "edge" });
    new AccountBaseline(stack, "baseline", { ...securityPlace, region, estateAccountIds, edgeProvider });
  });
}

/** A further region of it. */
export function securityRegion(props: Partial<RegionBaselineProps> = {}): Template {
  return synthesize((stack) => void new RegionBaseline(stack, "baseline", { ...securityPlace, region: "eu-central-1", ...props }));
}

/** The import blocks of a stack: what stands already, by its address. */
export function imports({ json }: Template): Readonly<Record<string, string>> {
  const blocks = (json as { readonly import?: readonly { readonly to: string; readonly id: string }[] }).import ?? [];
  return Object.fromEntries(blocks.map(({ to, id }) => [to, id]));
}
