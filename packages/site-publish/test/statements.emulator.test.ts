import { passwordStatements, publishStatements } from "@groundplan/static-site";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Clients } from "../src/clients.js";
import { setPassword } from "../src/password.js";
import { publish } from "../src/publish.js";
import { rollback } from "../src/rollback.js";
import { readSite } from "../src/site.js";
import { versions } from "../src/versions.js";
import { SiteWorld } from "./site-world.js";
import { WrittenSite } from "./written-site.js";

type Input = Readonly<Record<string, unknown>>;

interface Wanted {
  readonly action: string;
  readonly resource: string;
}

const object = ({ Bucket: bucket, Key: key }: Input): string => `arn:aws:s3:::${bucket}/${key}`;
const distribution = ({ DistributionId: id }: Input): string => `arn:aws:cloudfront::111111111111:distribution/${id}`;
const store = ({ KvsARN: arn }: Input): string => String(arn);
const on =
  (action: string, resourceOf: (input: Input) => string) =>
  (input: Input): Wanted[] => [{ action, resource: resourceOf(input) }];
const reads = (input: Input) => on(input["VersionId"] === undefined ? "s3:GetObject" : "s3:GetObjectVersion", object)(input);

/** What IAM asks for each call. https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html */
const wants: Readonly<Record<string, (input: Input) => Wanted[]>> = {
  ListObjectsV2Command: on("s3:ListBucket", ({ Bucket: bucket }) => `arn:aws:s3:::${bucket}`),
  GetObjectCommand: reads,
  HeadObjectCommand: reads,
  PutObjectCommand: on("s3:PutObject", object),
  CreateMultipartUploadCommand: on("s3:PutObject", object),
  UploadPartCommand: on("s3:PutObject", object),
  CompleteMultipartUploadCommand: on("s3:PutObject", object),
  CopyObjectCommand: (input) => [
    ...on("s3:PutObject", object)(input),
    { action: "s3:GetObjectVersion", resource: `arn:aws:s3:::${String(input["CopySource"]).replace(/\?.*$/, "")}` },
  ],
  DeleteObjectCommand: on("s3:DeleteObject", object),
  DeleteObjectsCommand: (input) => {
    const { Objects: objects = [] } = (input["Delete"] ?? {}) as { Objects?: Input[] };
    return objects.flatMap((one) => on("s3:DeleteObject", object)({ ...one, Bucket: input["Bucket"] }));
  },
  CreateInvalidationCommand: on("cloudfront:CreateInvalidation", distribution),
  GetInvalidationCommand: on("cloudfront:GetInvalidation", distribution),
  DescribeKeyValueStoreCommand: on("cloudfront-keyvaluestore:DescribeKeyValueStore", store),
  PutKeyCommand: on("cloudfront-keyvaluestore:PutKey", store),
  GetParameterCommand: on("ssm:GetParameter", ({ Name: name }) => `arn:aws:ssm:eu-west-1:111111111111:parameter${name}`),
};

const parameterName = "/shop/prod/site/docs";

describe("a role with the module's statements", () => {
  let world: SiteWorld;
  beforeAll(async () => {
    world = await SiteWorld.start("statements");
  });
  afterAll(() => world.stop());

  it("may do all that a publisher does, and has no statement that is not needed", async () => {
    const { KeyValueStore: made } = await world.cloudFront.createKeyValueStore({ Name: "statements" });
    const site = await world.site("statements", { keyValueStoreArn: made?.ARN ?? null, keep: { versions: 1, days: 0 } });
    const ssm = await world.clients.ssm();
    await ssm.putParameter({ Name: parameterName, Type: "String", Value: JSON.stringify(site) });
    const wanted = await recorded(world.clients, async () => {
      const written = new WrittenSite({ "index.html": "1", "old.html": "1", "old.js": "1", "film.mp4": "x".repeat(17 * 1024 * 1024) });
      const options = { folder: written.folder, site: await readSite(world.clients, parameterName), clients: world.clients, wait: true };
      await publish(options);
      written.write({ "index.html": "2", "old.html": undefined, "old.js": undefined });
      await publish({ ...options, site: { ...site, keep: { versions: 10, days: 0 } } });
      await rollback({ ...options, site: { ...site, keep: { versions: 10, days: 0 } } });
      written.write({ "index.html": "3" });
      // a day on: the versions before are none of today's
      const { deleted } = await publish({ ...options, now: () => new Date(Date.now() + 24 * 60 * 60 * 1000) });
      expect(deleted).toEqual(["old.html", "old.js"]);
      await versions({ site, clients: world.clients });
      await setPassword({ site, user: "eva", clients: world.clients });
    });
    const statements = [
      ...publishStatements({
        bucketArn: `arn:aws:s3:::${site.bucketName}`,
        distributionArn: `arn:aws:cloudfront::111111111111:distribution/${site.distributionId}`,
        parameterName,
        region: "eu-west-1",
        accountId: "111111111111",
        keyArn: undefined,
      }),
      ...passwordStatements(made?.ARN),
    ];
    const allowed = statements.flatMap(({ Action: action, Resource: resource }) =>
      [action].flat().map((one) => ({ action: one, resource })),
    );
    const isAllowed = ({ action, resource }: Wanted) =>
      allowed.some(
        (one) =>
          one.action === action &&
          (one.resource === resource || `${one.resource}`.replace(/\*$/, "") === resource.slice(0, `${one.resource}`.length - 1)),
      );
    expect(wanted.filter((one) => !isAllowed(one))).toEqual([]);
    // taking a password away is what this life of a site had no need of
    const needed = new Set([...wanted.map(({ action }) => action), "cloudfront-keyvaluestore:DeleteKey"]);
    expect([...needed].sort()).toEqual([...new Set(allowed.map(({ action }) => action))].sort());
  });
});

async function recorded(clients: Clients, work: () => Promise<void>): Promise<Wanted[]> {
  const wanted: Wanted[] = [];
  const note = (name: string | undefined, input: unknown): void => {
    const want = wants[name ?? ""];
    if (want === undefined) throw new Error(`nobody says what "${name}" asks of IAM`);
    wanted.push(...want(input as Input));
  };
  for (const client of [await clients.s3(), await clients.cloudFront(), await clients.keyValueStore(), await clients.ssm()]) {
    const stack = client.middlewareStack as { add(middleware: unknown, options: object): void };
    stack.add(
      (next: (args: { input: unknown }) => Promise<unknown>, { commandName }: { commandName?: string }) =>
        (args: { input: unknown }) => {
          note(commandName, args.input);
          return next(args);
        },
      { step: "initialize", name: "recorded" },
    );
  }
  await work();
  return wanted;
}
