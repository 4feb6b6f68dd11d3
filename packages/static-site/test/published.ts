import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Clients, openClients, type Published, publish, readSite, type Site } from "@groundplan/site-publish";
import type { World } from "@groundplan/testing";

/** A site as its publisher sees it: found by the parameter that the module wrote. */
export class PublishedSite {
  private constructor(
    readonly clients: Clients,
    readonly site: Site,
  ) {}

  static async find({ server, region, environment }: World, parameterName: string): Promise<PublishedSite> {
    const {
      AWS_ACCESS_KEY_ID: accessKeyId = "",
      AWS_SECRET_ACCESS_KEY: secretAccessKey = "",
      AWS_SESSION_TOKEN: sessionToken = "",
    } = environment;
    const clients = openClients({ region, endpoint: server.url, credentials: { accessKeyId, secretAccessKey, sessionToken } });
    return new PublishedSite(clients, await readSite(clients, parameterName));
  }

  /** Publishes files of the given paths and texts, and no others. */
  async publish(files: Readonly<Record<string, string>>): Promise<Published> {
    const folder = mkdtempSync(join(tmpdir(), "static-site-"));
    try {
      for (const [path, text] of Object.entries(files)) {
        const file = join(folder, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
      return await publish({ folder, site: this.site, clients: this.clients });
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  /** All versions of all objects, by their keys: more than one of what was published twice. */
  async versions(): Promise<readonly string[]> {
    const s3 = await this.clients.s3();
    const { Versions: found = [] } = await s3.listObjectVersions({ Bucket: this.site.bucketName });
    return found.map(({ Key: key = "" }) => key);
  }
}
