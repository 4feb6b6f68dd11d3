import type { CloudFront } from "@aws-sdk/client-cloudfront";
import type { CloudFrontKeyValueStore } from "@aws-sdk/client-cloudfront-keyvaluestore";
import type { S3 } from "@aws-sdk/client-s3";
import type { SSM } from "@aws-sdk/client-ssm";

/** How AWS is reached. */
export interface AwsAccess {
  /** The site's region; without it, the SDK's own ways: AWS_REGION, the profile. */
  readonly region?: string | undefined;
  /** Another address than AWS's: an emulator. */
  readonly endpoint?: string | undefined;
  /** Default: the SDK's chain, of variables, profiles and roles. */
  readonly credentials?: Credentials | undefined;
}

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** The AWS services that publishing speaks to. */
export interface Clients {
  s3(): Promise<S3>;
  cloudFront(): Promise<CloudFront>;
  keyValueStore(): Promise<CloudFrontKeyValueStore>;
  ssm(): Promise<SSM>;
}

/** Requests that are under way at once, at most, of one client. */
const sockets = 64;

// CloudFront is served from there, whatever the site's region
const globalRegion = "us-east-1";

/** Clients by ambient credentials, each loaded where it is first asked: most runs need two. */
export function openClients(access: AwsAccess = {}): Clients {
  const shared = sharedConfig(access);
  const pathStyle = access.endpoint !== undefined || Boolean(process.env["AWS_ENDPOINT_URL"] ?? process.env["AWS_ENDPOINT_URL_S3"]);
  return {
    // a name such as <bucket>.localhost is none that every machine resolves
    s3: once(async () => new (await import("@aws-sdk/client-s3")).S3({ ...shared, forcePathStyle: pathStyle })),
    cloudFront: once(async () => new (await import("@aws-sdk/client-cloudfront")).CloudFront({ ...shared, region: globalRegion })),
    keyValueStore: once(async () => {
      // signs requests that hold in every region, as the store asks; importing it is all that is needed
      await import("@aws-sdk/signature-v4a");
      return new (await import("@aws-sdk/client-cloudfront-keyvaluestore")).CloudFrontKeyValueStore({ ...shared, region: globalRegion });
    }),
    ssm: once(async () => new (await import("@aws-sdk/client-ssm")).SSM(shared)),
  };
}

function sharedConfig({ region, endpoint, credentials }: AwsAccess): object {
  const agent = { keepAlive: true, maxSockets: sockets };
  return {
    maxAttempts: 5,
    requestHandler: { httpsAgent: agent, httpAgent: agent, connectionTimeout: 10_000 },
    ...(region === undefined ? {} : { region }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(credentials === undefined ? {} : { credentials }),
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
