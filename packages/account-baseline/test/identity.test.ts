import { pipelineRoleArns } from "@groundplan/core";
import { synthesize } from "@groundplan/testing";
import { describe, expect, it } from "vitest";
import { everything } from "../examples/everything.js";
import { existing } from "../examples/existing.js";
import { pipelines } from "../examples/pipelines.js";
import { security } from "../examples/security.js";
import { workload } from "../examples/workload.js";
import { AccountBaseline, type AccountBaselineProps } from "../src/index.js";

const place = {
  name: "shop",
  accountId: "444444444444",
  accountKind: "workload",
  region: "eu-west-1",
  securityAccountId: "222222222222",
} as const;
const account = (props: Partial<AccountBaselineProps> = {}) =>
  synthesize((stack) => void new AccountBaseline(stack, "baseline", { ...place, ...props }));

describe("the identities of an account", () => {
  const template = synthesize((stack) => void workload(stack));

  it("are five roles for people, whose sessions end", () => {
    const roles = template.resources("aws_iam_role");
    const hours = Object.fromEntries(Object.entries(roles).map(([name, role]) => [name, Number(role["max_session_duration"]) / 3600]));
    expect(hours).toEqual({ baseline_admin: 1, baseline_billing: 8, baseline_power: 4, baseline_read_only: 8, baseline_support: 8 });
  });

  it("have the names by which the security account's groups know them", () => {
    const [statement] = synthesize((stack) => void security(stack))
      .iamStatements()
      .filter(({ address }) => address === "aws_iam_group_policy.baseline_developers");
    const { name } = template.resource("aws_iam_role", "baseline_read_only");
    expect(statement?.statement.Resource).toEqual([`arn:aws:iam::444444444444:role/${String(name)}`]);
  });

  it("leave out a role that is not wanted", () => {
    const { addresses } = account({ identity: { roles: { power: { enabled: false } } } });
    expect(addresses.filter((address) => address.includes("power"))).toEqual([]);
  });

  it("have no users, groups or keys", () => {
    expect(template.addresses.filter((address) => /iam_(user|group|access)/.test(address))).toEqual([]);
  });
});

describe("a pipeline's roles", () => {
  const template = synthesize((stack) => void pipelines(stack));

  it("have the names by which other accounts compute them", () => {
    const { plan, apply } = pipelineRoleArns({ project: "shop", accountId: "444444444444" });
    expect(plan).toBe(`arn:aws:iam::444444444444:role/${String(template.resource("aws_iam_role", "baseline_plan")["name"])}`);
    expect(apply).toBe(`arn:aws:iam::444444444444:role/${String(template.resource("aws_iam_role", "baseline_apply")["name"])}`);
  });

  it("plan by reading, and apply within the boundary", () => {
    const policy = (name: string) => template.resource("aws_iam_role_policy_attachment", name)["policy_arn"];
    expect(policy("baseline_plan_readonlyaccess")).toBe("arn:aws:iam::aws:policy/ReadOnlyAccess");
    expect(policy("baseline_apply_administratoraccess")).toBe("arn:aws:iam::aws:policy/AdministratorAccess");
    expect(template.resource("aws_iam_role", "baseline_apply")["permissions_boundary"]).toBe("${aws_iam_policy.baseline_boundary.arn}");
  });

  it("are not there where no repository is named", () => {
    expect(synthesize((stack) => void workload(stack)).addresses.filter((address) => /openid|apply/.test(address))).toEqual([]);
  });
});

describe("the boundary", () => {
  it("has the name and the path that the estate gives", () => {
    expect(synthesize((stack) => void pipelines(stack))).toHaveResourceAt("aws_iam_policy.baseline_boundary", {
      name: "boundary",
      path: "/estate/",
    });
    expect(account()).toHaveResourceAt("aws_iam_policy.baseline_boundary", { name: "boundary", path: "/" });
  });
});

describe("what stands already", () => {
  const { json } = synthesize((stack) => void existing(stack));

  it("is imported under its own name, and not made again", () => {
    expect(json["import"]).toEqual(
      expect.arrayContaining([
        { id: "shop-nonprod", to: "aws_iam_account_alias.baseline" },
        { id: "console-analyzer", to: "aws_accessanalyzer_analyzer.baseline_external_access" },
        {
          id: "arn:aws:iam::444444444444:oidc-provider/token.actions.githubusercontent.com",
          to: "aws_iam_openid_connect_provider.baseline_github",
        },
      ]),
    );
    expect(json.resource?.["aws_accessanalyzer_analyzer"]?.["baseline_external_access"]).toMatchObject({
      analyzer_name: "console-analyzer",
    });
  });
});

describe("the overrides", () => {
  it("win over what the module says", () => {
    expect(synthesize((stack) => void everything(stack))).toHaveResourceAt("aws_iam_role.baseline_admin", { tags: { Attention: "high" } });
    const template = account({
      overrides: { passwordPolicy: { hardExpiry: true }, accessAnalyzer: { tags: { Name: "first" } }, defaultVpc: { tags: {} } },
    });
    expect(template).toHaveResource("aws_iam_account_password_policy", { hard_expiry: true });
    expect(template).toHaveResource("aws_accessanalyzer_analyzer", { tags: { Name: "first" } });
  });
});
