import { synthesize } from "@groundplan/testing";
import { describe, expect, it } from "vitest";
import { AccountBaseline, type AccountBaselineProps, RegionBaseline, type RegionBaselineProps } from "../src/index.js";

const place = {
  name: "shop",
  accountId: "444444444444",
  accountKind: "workload",
  region: "eu-west-1",
  securityAccountId: "222222222222",
} as const;
const account = (props: Partial<AccountBaselineProps> = {}) =>
  synthesize((stack) => void new AccountBaseline(stack, "baseline", { ...place, ...props }));
const region = (props: Partial<RegionBaselineProps> = {}) =>
  synthesize((stack) => void new RegionBaseline(stack, "baseline", { ...place, region: "eu-central-1", ...props }));

describe("a region's defaults", () => {
  it("are the same in the home region and in the others", () => {
    const logArchive = { bucketName: "shop-archive", bucketArn: "arn:aws:s3:::shop-archive" };
    const archiveKey = { keyArn: "arn:aws:kms:eu-west-1:222222222222:key/1" };
    const [home, further] = [account({ logArchive, archiveKey }), region({ logArchive, archiveKey })];
    // what is global is recorded once
    const ofRegions = further.addresses.filter((address) => address !== "aws_config_configuration_recorder.baseline_recorder");
    expect(home.addresses).toEqual(expect.arrayContaining([...ofRegions]));
    const bodies = (template: typeof home) =>
      JSON.stringify(ofRegions.map((address) => template.at(address))).replaceAll(/eu-(west|central)-1/g, "");
    expect(bodies(home)).toBe(bodies(further));
  });

  it("encrypt volumes, by a key where one is given", () => {
    const volumesKey = { keyArn: "arn:aws:kms:eu-central-1:444444444444:key/1" };
    expect(region()).toHaveResourceAt("aws_ebs_encryption_by_default.baseline_volumes", { enabled: true });
    expect(region().resources("aws_ebs_default_kms_key")).toEqual({});
    expect(region({ volumesKey })).toHaveResourceAt("aws_ebs_default_kms_key.baseline_volumes", { key_arn: volumesKey.keyArn });
  });

  it("share nothing with everybody, and open no console", () => {
    expect(region()).toHaveResource("aws_ebs_snapshot_block_public_access", { state: "block-all-sharing" });
    expect(region()).toHaveResource("aws_ec2_image_block_public_access", { state: "block-new-sharing" });
    expect(region()).toHaveResource("aws_ec2_serial_console_access", { enabled: false });
    expect(region()).toHaveResource("aws_ssm_service_setting", {
      setting_id: "arn:aws:ssm:eu-central-1:444444444444:servicesetting/ssm/documents/console/public-sharing-permission",
      setting_value: "Disable",
    });
  });

  it("ask for a token where an instance's metadata is read", () => {
    expect(region()).toHaveResource("aws_ec2_instance_metadata_defaults", { http_tokens: "required", http_put_response_hop_limit: 1 });
  });

  it("leave the internet to VPCs until it is taken from them", () => {
    expect(region().resources("aws_vpc_block_public_access_options")).toEqual({});
    expect(region({ defaults: { vpcPublicAccess: "block-ingress" } })).toHaveResource("aws_vpc_block_public_access_options", {
      internet_gateway_block_mode: "block-ingress",
    });
  });

  it("measure containers, and say when AWS retires their tasks", () => {
    const settings = Object.values(region().resources("aws_ecs_account_setting_default")).map(({ name, value }) => [name, value]);
    expect(settings).toEqual([
      ["containerInsights", "enabled"],
      ["fargateTaskRetirementWaitPeriod", "7"],
    ]);
  });

  it("can be the weaker ones, by their names", () => {
    const weaker = region({
      defaults: {
        volumes: "unencrypted",
        snapshots: "unblocked",
        images: "unblocked",
        instanceMetadata: { tokens: "optional" },
        serialConsole: "on",
        documents: "public",
        accessAnalyzer: "off",
      },
    });
    expect(weaker).toHaveResource("aws_ebs_encryption_by_default", { enabled: false });
    expect(weaker).toHaveResource("aws_ebs_snapshot_block_public_access", { state: "unblocked" });
    expect(weaker).toHaveResource("aws_ec2_image_block_public_access", { state: "unblocked" });
    expect(weaker).toHaveResource("aws_ec2_instance_metadata_defaults", { http_tokens: "optional" });
    expect(weaker).toHaveResource("aws_ec2_serial_console_access", { enabled: true });
    expect(weaker).toHaveResource("aws_ssm_service_setting", { setting_value: "Enable" });
    expect(weaker.resources("aws_accessanalyzer_analyzer")).toEqual({});
  });
});

describe("the default VPC", () => {
  it("is taken over, with nothing left in it that reaches or is reached", () => {
    expect(region()).toHaveResourceAt("aws_default_security_group.baseline_default", { ingress: [], egress: [] });
    expect(region()).toHaveResourceAt("aws_default_route_table.baseline_default", { route: [] });
    expect(region().at("aws_default_network_acl.baseline_default")).not.toHaveProperty("ingress");
  });

  it("has its flows logged into the archive, by default the account's own", () => {
    expect(region()).toHaveResource("aws_flow_log", { log_destination: "arn:aws:s3:::shop-archive-444444444444" });
    expect(account()).toHaveResource("aws_flow_log", { log_destination: "arn:aws:s3:::${aws_s3_bucket_policy.baseline_archive.bucket}" });
    const logArchive = { bucketName: "shop-archive", bucketArn: "arn:aws:s3:::shop-archive" };
    expect(region({ logArchive })).toHaveResourceAt("aws_flow_log.baseline_default", {
      log_destination: "arn:aws:s3:::shop-archive",
      log_destination_type: "s3",
      traffic_type: "ALL",
    });
  });

  it("is left alone where there is none", () => {
    const { addresses } = region({ defaults: { defaultVpc: "untouched" } });
    expect(addresses.filter((address) => address.startsWith("aws_default_"))).toEqual([]);
  });
});

describe("an account's defaults", () => {
  it("let no bucket be public", () => {
    const all = { block_public_acls: true, block_public_policy: true, ignore_public_acls: true, restrict_public_buckets: true };
    expect(account()).toHaveResource("aws_s3_account_public_access_block", all);
    expect(account({ defaults: { s3PublicAccess: "allowed" } })).toHaveResource("aws_s3_account_public_access_block", {
      block_public_acls: false,
    });
  });

  it("name whom AWS tells", () => {
    const contact = { name: "Finance", title: "Accounts", email: "finance@example.com", phone: "+353 1 234 5678" };
    expect(account().resources("aws_account_alternate_contact")).toEqual({});
    expect(account({ contacts: { billing: contact } })).toHaveResourceAt("aws_account_alternate_contact.baseline_billing", {
      alternate_contact_type: "BILLING",
      email_address: "finance@example.com",
    });
  });
});
