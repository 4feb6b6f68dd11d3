import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { siteParameter } from "@groundplan/site-edge";
import { synthesize } from "@groundplan/testing";
import { describe, expect, it } from "vitest";
import { edgeProvider } from "../examples/surroundings.js";
import { StaticSite, type StaticSiteProps } from "../src/index.js";
import { base } from "./problems.js";
import { siteTemplate } from "./site-template.js";

/** What each call of the publisher's needs. https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html */
const needs: Readonly<Record<string, readonly string[]>> = {
  copyObject: ["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject"],
  deleteObject: ["s3:DeleteObject"],
  deleteObjects: ["s3:DeleteObject"],
  getObject: ["s3:GetObject"],
  headObject: ["s3:GetObject", "s3:GetObjectVersion"],
  listObjectsV2: ["s3:ListBucket"],
  putObject: ["s3:PutObject"],
  createInvalidation: ["cloudfront:CreateInvalidation"],
  getInvalidation: ["cloudfront:GetInvalidation"],
  getParameter: ["ssm:GetParameter"],
  deleteKey: ["cloudfront-keyvaluestore:DeleteKey"],
  describeKeyValueStore: ["cloudfront-keyvaluestore:DescribeKeyValueStore"],
  putKey: ["cloudfront-keyvaluestore:PutKey"],
};

const publisher = join(import.meta.dirname, "../../site-publish/src");

/** The calls that stand in the publisher's sources: `s3.putObject(…)`, `new ListObjectsV2Command(…)`. */
const call = /\b(?:s3|cloudFront|ssm|store)\.([a-z]+[A-Z]\w*)\(|\bnew ([A-Z]\w+)Command\(/g;

const calls = new Set(
  readdirSync(publisher, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => [...readFileSync(join(publisher, file), "utf8").matchAll(call)])
    .map(([, method, command = ""]) => method ?? `${command.slice(0, 1).toLowerCase()}${command.slice(1)}`),
);

function statementsOf(props: Partial<StaticSiteProps> = {}): Pick<StaticSite, "publishStatements" | "passwordStatements"> {
  const made: StaticSite[] = [];
  synthesize((stack) => void made.push(new StaticSite(stack, "docs", { ...base, edgeProvider: edgeProvider(stack), ...props })));
  const [site] = made;
  if (site === undefined) throw new Error("no site was made");
  return site;
}

describe("a publisher's role", () => {
  const { publishStatements, passwordStatements } = statementsOf({ basicAuth: true });

  it("may do what the publisher does, and nothing else", () => {
    const allowed = [...publishStatements, ...passwordStatements].flatMap(({ Action }) => Action);
    expect([...calls].filter((one) => needs[one] === undefined)).toEqual([]);
    expect([...new Set(allowed)].sort()).toEqual([...new Set([...calls].flatMap((one) => needs[one] ?? []))].sort());
    expect(new Set(allowed).size).toBe(allowed.length);
  });

  it("may do it to this site alone", () => {
    const resources = publishStatements.flatMap(({ Resource }) => Resource);
    expect(resources).toHaveLength(4);
    expect(resources).toContain("arn:aws:ssm:eu-west-1:111111111111:parameter/site/shop-prod-docs");
    expect(resources).not.toContain("*");
  });

  it("sets no passwords, unless it is given that too; and there are none to set without basicAuth", () => {
    expect(JSON.stringify(publishStatements)).not.toContain("keyvaluestore");
    expect(statementsOf().passwordStatements).toEqual([]);
  });

  it("uses the key through S3 alone, where there is one", () => {
    const encryptionKey = { keyArn: "arn:aws:kms:eu-west-1:111111111111:key/1" };
    expect(statementsOf({ encryption: "kms", encryptionKey }).publishStatements).toContainEqual({
      Sid: "EncryptsFiles",
      Effect: "Allow",
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: encryptionKey.keyArn,
      Condition: { StringEquals: { "kms:ViaService": "s3.eu-west-1.amazonaws.com" } },
    });
  });
});

describe("a site's parameter", () => {
  it("says what a publisher understands, in the 4 KB that AWS takes", () => {
    const { name, type, value } = siteTemplate({ parameterName: "/shop/prod/site/docs", basicAuth: true }).resource("aws_ssm_parameter");
    expect({ name, type }).toEqual({ name: "/shop/prod/site/docs", type: "String" });
    expect(String(value).length).toBeLessThan(1024);
    expect(siteParameter.parse(JSON.parse(String(value)))).toMatchObject({
      bucketName: "${aws_s3_bucket.docs.bucket}",
      distributionId: "${aws_cloudfront_distribution.docs.id}",
      url: "https://${aws_cloudfront_distribution.docs.domain_name}",
      keyValueStoreArn: "${aws_cloudfront_key_value_store.docs_passwords.arn}",
      encryptionKeyArn: null,
      basicAuth: true,
      routing: "directoryIndex",
    });
  });
});
