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
    const people = Object.entries(roles).filter(([, role]) => String(role["assume_role_policy"]).includes("PeopleAssume"));
    const hours = Object.fromEntries(people.map(([name, role]) => [name, Number(role["max_session_duration"]) / 3600]));
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
    expect(template.addresses.filter((address) => /^aws_iam_(user|group|access)/.test(address))).toEqual([]);
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

describe("an identity provider", () => {
  const metadata = `<EntityDescriptor entityID="https://login.example.com">${" ".repeat(1000)}</EntityDescriptor>`;
  const arn = "arn:aws:iam::444444444444:saml-provider/login";

  it("by SAML has its metadata, and is imported where it stands already", () => {
    const template = account({ identity: { samlProviders: { login: { metadata } } }, existing: { samlProviders: { login: arn } } });
    expect(template).toHaveResourceAt("aws_iam_saml_provider.baseline_login", { name: "login", saml_metadata_document: metadata });
    expect(template.json["import"]).toEqual([{ id: arn, to: "aws_iam_saml_provider.baseline_login" }]);
  });

  it("by OIDC has its issuer and audiences", () => {
    expect(synthesize((stack) => void everything(stack))).toHaveResourceAt("aws_iam_openid_connect_provider.baseline_gitlab", {
      url: "https://gitlab.example.com",
      client_id_list: ["https://gitlab.example.com"],
    });
  });
});

describe("an id that is not known yet", () => {
  it("is the security account's, and goes into the trust as it is", () => {
    const template = account({ securityAccountId: "${var.security}" });
    expect(template.resource("aws_iam_role", "baseline_admin")["assume_role_policy"]).toContain("arn:aws:iam::${var.security}:root");
  });

  it("is not the account's own, of which names are made", () => {
    expect(() => account({ accountId: "${var.account}" })).toThrow(
      /"accountId" "\$\{var\.account\}" must be known at synth: names are made of it/,
    );
  });
});

describe("every kind of account", () => {
  it.each(["management", "shared", "workload"] as const)("has the same roles and the same boundary: %s", (accountKind) => {
    const names = (kind: typeof accountKind) =>
      account({ accountKind: kind }).addresses.filter((address) => address.startsWith("aws_iam_"));
    expect(names(accountKind)).toEqual(names("workload"));
    expect(names(accountKind)).toContain("aws_iam_policy.baseline_boundary");
  });

  it("has the second factor's policy where there can be users, and nowhere else", () => {
    expect(account().at("aws_iam_policy.baseline_second_factor")).toBeUndefined();
    expect(account({ accountKind: "security", accountId: "222222222222" })).toHaveResourceAt("aws_iam_policy.baseline_second_factor");
  });
});

describe("access that nobody uses", () => {
  it("is looked for where it is asked for, under the name that stands", () => {
    expect(account().at("aws_accessanalyzer_analyzer.baseline_unused_access")).toBeUndefined();
    const template = account({ identity: { unusedAccess: { afterDays: 30 } }, existing: { unusedAccessAnalyzer: "old" } });
    expect(template).toHaveResourceAt("aws_accessanalyzer_analyzer.baseline_unused_access", {
      analyzer_name: "old",
      type: "ACCOUNT_UNUSED_ACCESS",
      configuration: { unused_access: { unused_access_age: 30 } },
    });
  });
});

describe("the overrides", () => {
  it("win over what the module says", () => {
    expect(synthesize((stack) => void everything(stack))).toHaveResourceAt("aws_iam_role.baseline_admin", { tags: { Attention: "high" } });
    const template = account({
      overrides: {
        boundary: { description: "Ours" },
        passwordPolicy: { hardExpiry: true },
        accessAnalyzer: { tags: { Name: "first" } },
        defaultVpc: { tags: {} },
      },
    });
    expect(template).toHaveResource("aws_iam_account_password_policy", { hard_expiry: true });
    expect(template).toHaveResourceAt("aws_iam_policy.baseline_boundary", { description: "Ours" });
    expect(template).toHaveResource("aws_accessanalyzer_analyzer", { tags: { Name: "first" } });
  });
});
