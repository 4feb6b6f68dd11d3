import type { CloudFront } from "@aws-sdk/client-cloudfront";
import type { S3 } from "@aws-sdk/client-s3";
import {
  type EmulatorServer,
  emulatorCalls,
  emulatorEnvironment,
  findAccountHosts,
  forgetRecord,
  startEmulator,
  stopEmulator,
} from "@groundplan/emulator";
import { type Clients, openClients } from "../src/clients.js";
import type { Site } from "../src/site.js";

const region = "eu-west-1";
const accountId = "111111111111";

/** An emulated account with sites in it, made by the SDK. */
export class SiteWorld {
  private constructor(
    readonly server: EmulatorServer,
    /** for children */
    readonly environment: Readonly<Record<string, string>>,
    readonly clients: Clients,
    readonly s3: S3,
    readonly cloudFront: CloudFront,
  ) {}

  static async start(name: string): Promise<SiteWorld> {
    await findAccountHosts();
    const server = await startEmulator({ name: `test-${name}-${process.pid}` });
    const environment = { ...(await emulatorEnvironment(server, { accountId })), AWS_REGION: region };
    const { AWS_ACCESS_KEY_ID = "", AWS_SECRET_ACCESS_KEY = "", AWS_SESSION_TOKEN = "" } = environment as Readonly<Record<string, string>>;
    const credentials = { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY, sessionToken: AWS_SESSION_TOKEN };
    const clients = openClients({ region, endpoint: server.url, credentials });
    return new SiteWorld(server, environment, clients, await clients.s3(), await clients.cloudFront());
  }

  async stop(): Promise<void> {
    this.s3.destroy();
    await stopEmulator({ name: this.server.name });
  }

  /** A versioned bucket, a distribution before it, and what a publisher knows of both. */
  async site(name: string, data: Partial<Site> = {}): Promise<Site> {
    const bucketName = `shop-${name}-${process.pid}`;
    await this.s3.createBucket({ Bucket: bucketName, CreateBucketConfiguration: { LocationConstraint: region } });
    await this.s3.putBucketVersioning({ Bucket: bucketName, VersioningConfiguration: { Status: "Enabled" } });
    return {
      version: 1,
      bucketName,
      region,
      distributionId: await this.distribution(bucketName),
      keyValueStoreArn: null,
      url: "https://shop.example.com",
      basicAuth: false,
      cache: { immutable: ["/assets/*"], immutableSeconds: 31_536_000, html: "no-cache", otherSeconds: 3600 },
      indexDocument: "index.html",
      routing: "directoryIndex",
      keep: { versions: 10, days: 30 },
      encryptionKeyArn: null,
      ...data,
    };
  }

  private async distribution(bucketName: string): Promise<string> {
    const target = `${bucketName}.s3.${region}.amazonaws.com`;
    const { Distribution: made } = await this.cloudFront.createDistribution({
      DistributionConfig: {
        CallerReference: bucketName,
        Comment: "",
        Enabled: true,
        Origins: { Quantity: 1, Items: [{ Id: "bucket", DomainName: target, S3OriginConfig: { OriginAccessIdentity: "" } }] },
        DefaultCacheBehavior: {
          TargetOriginId: "bucket",
          ViewerProtocolPolicy: "redirect-to-https",
          // CachingOptimized: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html
          CachePolicyId: "658327ea-f89d-4fab-a63d-7e88639e58f6",
        },
      },
    });
    return made?.Id ?? "";
  }

  /** What stands in a site's bucket, without our notes. */
  async keys(site: Site): Promise<string[]> {
    return Object.keys(await this.hashes(site));
  }

  /** The MD5 of each object that stands, which is S3's ETag of an object that was put whole. */
  async hashes({ bucketName }: Site): Promise<Record<string, string>> {
    const { Contents: found = [] } = await this.s3.listObjectsV2({ Bucket: bucketName });
    return Object.fromEntries(
      found.flatMap(({ Key = "", ETag = "" }) => (Key.startsWith("_versions/") ? [] : [[Key, ETag.replaceAll('"', "")]])),
    );
  }

  async object({ bucketName }: Site, key: string): Promise<{ readonly text: string; readonly type: string; readonly cache: string }> {
    const found = await this.s3.getObject({ Bucket: bucketName, Key: key });
    return { text: (await found.Body?.transformToString()) ?? "", type: found.ContentType ?? "", cache: found.CacheControl ?? "" };
  }

  /** Paths of all invalidations, the first first. */
  async invalidations({ distributionId }: Site): Promise<string[][]> {
    const { InvalidationList: list } = await this.cloudFront.listInvalidations({ DistributionId: distributionId });
    const ids = (list?.Items ?? []).flatMap(({ Id: id }) => id ?? []).reverse();
    return Promise.all(ids.map((id) => this.pathsOf(distributionId, id)));
  }

  private async pathsOf(distributionId: string, id: string): Promise<string[]> {
    const { Invalidation: found } = await this.cloudFront.getInvalidation({ DistributionId: distributionId, Id: id });
    return [...(found?.InvalidationBatch?.Paths?.Items ?? [])].sort();
  }

  /** Which operations some work asks for. */
  async callsOf(work: () => Promise<unknown>): Promise<Record<string, number>> {
    await forgetRecord(this.server);
    await work();
    return emulatorCalls(this.server);
  }
}
