import { siteParameter } from "@groundplan/site-edge";
import { type Command, Option } from "commander";
import { type Clients, openClients } from "../clients.js";
import { InputError } from "../failure.js";
import { readSite, type Site } from "../site.js";

/** How a command is told which site: by its parameter, or piece by piece where no module of ours made it. */
export interface SiteOptions {
  readonly parameter?: string;
  readonly region?: string;
  readonly bucket?: string;
  readonly distribution?: string;
  readonly routing?: Site["routing"];
  readonly keyValueStore?: string;
  readonly encryptionKey?: string;
  readonly url?: string;
}

// an option object belongs to one command, so each of these makes its own

export function withSiteOptions(command: Command): Command {
  return command
    .option("--parameter <name>", "the SSM parameter that says how the site is published, such as /shop/prod/site/docs")
    .option("--region <region>", "the site's region (default: AWS_REGION, or the profile's)")
    .option("--bucket <name>", "instead of --parameter: the site's bucket, which keeps versions")
    .option("--distribution <id>", "its CloudFront distribution")
    .addOption(new Option("--routing <mode>", "how addresses become files").choices(["spa", "directoryIndex", "none"]))
    .option("--key-value-store <arn>", "the store of its passwords")
    .option("--encryption-key <arn>", "the KMS key of its objects (default: the bucket's own encryption)")
    .option("--url <url>", "where visitors find it")
    .addOption(jsonOption());
}

export const jsonOption = () => new Option("--json", "print JSON, for programs");

/** What a command works with. */
export interface Opened {
  readonly site: Site;
  readonly clients: Clients;
}

/** @throws {InputError} where the options name no site */
export async function openSite(options: SiteOptions): Promise<Opened> {
  const { parameter, bucket, region = process.env["AWS_REGION"] ?? process.env["AWS_DEFAULT_REGION"] } = options;
  if (parameter !== undefined) {
    if (bucket !== undefined) throw new InputError('"--bucket" is in the parameter already; give one of the two');
    const site = await readSite(openClients({ region }), parameter);
    return { site, clients: openClients({ region: site.region }) };
  }
  const site = pieceByPiece(options, region);
  return { site, clients: openClients({ region: site.region }) };
}

function pieceByPiece(options: SiteOptions, region: string | undefined): Site {
  const { bucket, distribution, routing = "directoryIndex", keyValueStore = null, encryptionKey = null, url } = options;
  if (bucket === undefined || distribution === undefined) {
    throw new InputError('no site is given; give "--parameter /project/environment/site/name", or "--bucket" and "--distribution"');
  }
  if (region === undefined) throw new InputError('no region is given; give "--region", or set AWS_REGION');
  return siteParameter.parse({
    version: 1,
    bucketName: bucket,
    region,
    distributionId: distribution,
    keyValueStoreArn: keyValueStore,
    url: url ?? `the distribution ${distribution}`,
    basicAuth: keyValueStore !== null,
    cache: {},
    indexDocument: "index.html",
    routing,
    keep: { versions: 10, days: 30 },
    encryptionKeyArn: encryptionKey,
  });
}
