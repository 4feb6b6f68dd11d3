import { logArchive, siteLogFormats } from "@groundplan/core";
import { describe, expect, it } from "vitest";
import { archiveOfSites, securityAccount, securityRegion, workloadAccount, workloadRegion } from "./accounts.js";

const estateAccountIds = ["111111111111", "222222222222", "444444444444"];
const wired = logArchive({ project: "shop", accountId: "222222222222", region: "eu-west-1" });

const statement = (template: ReturnType<typeof securityAccount>, address: string, sid: string) =>
  template.iamStatements().find((one) => one.address === address && one.statement.Sid === sid)?.statement;

describe("the archive", () => {
  const archive = securityAccount({ estateAccountIds });

  it("has the names that the other accounts compute", () => {
    const { bucketName, trails, keyAlias } = wired;
    expect(archive).toHaveResourceAt("aws_s3_bucket.baseline_archive", { bucket: bucketName });
    expect(archive).toHaveResourceAt("aws_s3_bucket.baseline_trails", { bucket: trails.bucketName });
    expect(archive).toHaveResourceAt("aws_kms_alias.baseline_archive_key", { name: `alias/${keyAlias}` });
  });

  it.each([
    ["baseline_trails", "TrailsWrite"],
    ["baseline_archive", "ConfigWrites"],
    ["baseline_archive", "LogDeliveryWrites"],
    ["baseline_archive", "LoadBalancersWrite"],
  ])("takes into %s what the estate's accounts write, and no others, by %s", (bucket, sid) => {
    const allowed = JSON.stringify(statement(archive, `aws_s3_bucket_policy.${bucket}`, sid));
    for (const accountId of estateAccountIds) expect(allowed).toContain(accountId);
    expect(allowed).not.toContain("555555555555");
  });

  it("has nobody delete from it", () => {
    for (const bucket of ["archive", "trails"]) {
      expect(statement(archive, `aws_s3_bucket_policy.baseline_${bucket}`, "NobodyDeletes")).toMatchObject({
        Effect: "Deny",
        Principal: "*",
      });
    }
  });

  it("has a key that all trails write under, and their accounts find and do not read by", () => {
    const trails = JSON.stringify(statement(archive, "aws_kms_key.baseline_archive_key", "TrailsEncrypt")?.Condition);
    for (const accountId of estateAccountIds) expect(trails).toContain(`:${accountId}:trail/*`);
    expect(statement(archive, "aws_kms_key.baseline_archive_key", "OthersFind")).toMatchObject({
      Principal: { AWS: ["arn:aws:iam::111111111111:root", "arn:aws:iam::444444444444:root"] },
      Action: ["kms:DescribeKey"],
    });
  });

  it("is locked where that is asked for, trails alone: Config delivers to no locked bucket", () => {
    const locked = securityAccount({ archive: { objectLock: { mode: "compliance", days: 400 } } });
    expect(locked).toHaveResourceAt("aws_s3_bucket_object_lock_configuration.baseline_trails", {
      rule: { default_retention: { mode: "COMPLIANCE", days: 400 } },
    });
    expect(Object.keys(locked.resources("aws_s3_bucket_object_lock_configuration"))).toEqual(["baseline_trails"]);
    expect(archive.resources("aws_s3_bucket_object_lock_configuration")).toEqual({});
  });

  it("has written down who reads the trails", () => {
    expect(archive).toHaveResourceAt("aws_s3_bucket_logging.baseline_trails", {
      target_bucket: "${aws_s3_bucket_policy.baseline_archive.bucket}",
    });
  });

  it("keeps logs as long as it is told, and is protected until that is off", () => {
    const kept = securityAccount({
      protect: false,
      archive: { expireAfterDays: 2557, transitions: [{ afterDays: 90, storageClass: "GLACIER_IR" }] },
    });
    for (const bucket of ["archive", "trails"]) {
      expect(archive).toHaveResourceAt(`aws_s3_bucket.baseline_${bucket}`, { lifecycle: { prevent_destroy: true } });
      expect(kept).toHaveResourceAt(`aws_s3_bucket.baseline_${bucket}`, { force_destroy: true, lifecycle: { prevent_destroy: false } });
      expect(JSON.stringify(kept.resource("aws_s3_bucket_lifecycle_configuration", `baseline_${bucket}`))).toContain('"days":2557');
      expect(statement(kept, `aws_s3_bucket_policy.baseline_${bucket}`, "NobodyDeletes")).toBeUndefined();
    }
    expect(kept).toHaveResourceAt("aws_kms_key.baseline_archive_key", { lifecycle: { prevent_destroy: false } });
  });
});

describe("the archive of sites' logs", () => {
  const archive = archiveOfSites(estateAccountIds);
  const destinations = (template: typeof archive) => template.resources("aws_cloudwatch_log_delivery_destination");
  const policies = (template: typeof archive) => template.resources("aws_cloudwatch_log_delivery_destination_policy");

  it.each(siteLogFormats)("has a destination in us-east-1 of each format, under the name that the others compute: %s", (format) => {
    const address = `aws_cloudwatch_log_delivery_destination.baseline_site_logs_${format}`;
    expect(archive).toHaveResourceAt(address, {
      provider: "aws.edge",
      output_format: format,
      delivery_destination_configuration: [{ destination_resource_arn: "arn:aws:s3:::${aws_s3_bucket_policy.baseline_archive.bucket}" }],
    });
    const name = String(archive.at(address)?.["name"]);
    expect(wired.deliveryDestinationArns[format]).toBe(`arn:aws:logs:us-east-1:222222222222:delivery-destination:${name}`);
    expect(archive).toHaveResourceAt(`aws_cloudwatch_log_delivery_destination_policy.baseline_site_logs_${format}`, {
      provider: "aws.edge",
      delivery_destination_name: `\${${address}.name}`,
    });
  });

  it("has none without a provider there, and needs none where it is there", () => {
    expect(destinations(securityAccount({ estateAccountIds }))).toEqual({});
    const atHome = securityAccount({ estateAccountIds, region: "us-east-1" });
    expect(Object.values(destinations(atHome)).map(({ provider }) => provider)).toEqual([undefined, undefined, undefined]);
  });

  it("lets nobody in where there is no other account", () => {
    expect(Object.keys(destinations(archiveOfSites([])))).toHaveLength(3);
    expect(policies(archiveOfSites([]))).toEqual({});
  });

  it("is not made where another is wired", () => {
    expect(destinations(securityAccount({ region: "us-east-1", logArchive: wired }))).toEqual({});
  });
});

describe("an account that logs into the security account's archive", () => {
  const account = workloadAccount({ logArchive: wired });

  it("has no bucket and no key of its own", () => {
    expect(account.addresses.filter((address) => /^aws_(s3_bucket|kms)/.test(address))).toEqual([]);
  });

  it("writes its trail there, under the key that it finds by its alias", () => {
    expect(account).toHaveDataSource("aws_kms_key", { key_id: "arn:aws:kms:eu-west-1:222222222222:alias/shop-archive" });
    expect(account).toHaveResource("aws_cloudtrail", {
      s3_bucket_name: "shop-trails-222222222222",
      kms_key_id: "${data.aws_kms_key.baseline_archive_key.arn}",
    });
    expect(account).toHaveResource("aws_config_delivery_channel", { s3_bucket_name: "shop-archive-222222222222" });
    expect(account).toHaveResource("aws_flow_log", { log_destination: "arn:aws:s3:::shop-archive-222222222222" });
  });

  it("may be given the key, and a bucket for all that exists already", () => {
    const archiveKey = { keyArn: "arn:aws:kms:eu-west-1:222222222222:key/1" };
    const given = workloadAccount({ archiveKey, logArchive: { bucketName: "logs", bucketArn: "arn:aws:s3:::logs" } });
    expect(given).toHaveResource("aws_cloudtrail", { s3_bucket_name: "logs", kms_key_id: archiveKey.keyArn });
    expect(given.addresses.filter((address) => /aws_kms/.test(address))).toEqual([]);
  });

  it("has a key of its own for a bucket of which no key is known", () => {
    const given = workloadAccount({ logArchive: { bucketName: "logs", bucketArn: "arn:aws:s3:::logs" } });
    expect(given).toHaveResource("aws_cloudtrail", { kms_key_id: "${aws_kms_key.baseline_archive_key.arn}" });
  });

  it("does so from its further regions", () => {
    expect(workloadRegion({ logArchive: wired })).toHaveResource("aws_config_delivery_channel", {
      s3_bucket_name: "shop-archive-222222222222",
    });
  });
});

describe("central keys", () => {
  const aliases = ["alerts", "data", "logs", "secrets"].map((purpose) => `alias/shop-central-${purpose}`);

  it.each([
    ["its home region", securityAccount({ keys: "central", estateAccountIds })],
    ["a further region", securityRegion({ keys: "central", estateAccountIds })],
  ])("are made in the security account for all, in %s", (_where, template) => {
    const made = Object.values(template.resources("aws_kms_alias")).map(({ name }) => name);
    expect(made).toEqual(expect.arrayContaining(aliases));
    expect(statement(template, "aws_kms_key.baseline_central_data_key", "OthersUse")?.Principal).toEqual({
      AWS: ["arn:aws:iam::111111111111:root", "arn:aws:iam::444444444444:root"],
    });
  });

  it("are found by their aliases in the others, in each region its own, and encrypt what is said to be encrypted", () => {
    const region = workloadRegion({ keys: "central", audit: { alerts: { email: ["ops@example.com"] } } });
    const found = Object.values(region.dataSources("aws_kms_key")).map(({ key_id }) => key_id);
    expect(found).toEqual(aliases.map((alias) => `arn:aws:kms:eu-central-1:222222222222:${alias}`));
    expect(region.resources("aws_kms_key")).toEqual({});
    expect(region).toHaveResource("aws_ebs_default_kms_key", { key_arn: "${data.aws_kms_key.baseline_central_data_key.arn}" });
    expect(region).toHaveResource("aws_sns_topic", { kms_master_key_id: "${data.aws_kms_key.baseline_central_alerts_key.arn}" });
    expect(workloadAccount({ keys: "central" })).toHaveResourceAt("aws_cloudwatch_log_group.baseline_trail", {
      kms_key_id: "${data.aws_kms_key.baseline_central_logs_key.arn}",
    });
  });

  it("are no account's that has its own", () => {
    expect(securityAccount({ estateAccountIds }).addresses.filter((address) => address.includes("central"))).toEqual([]);
    expect(workloadAccount().dataSources("aws_kms_key")).toEqual({});
  });

  it("give way to a key that is wired", () => {
    const volumesKey = { keyArn: "arn:aws:kms:eu-central-1:444444444444:key/1" };
    expect(workloadRegion({ keys: "central", volumesKey })).toHaveResource("aws_ebs_default_kms_key", { key_arn: volumesKey.keyArn });
  });
});
