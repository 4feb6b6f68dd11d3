import type { CertificateAuthority } from "./certificate-authority.js";

/** A database server that runs in a folder of its own, and is reached by a certificate of that folder's authority. */
export abstract class DatabaseServer {
  readonly log: string;

  protected constructor(
    readonly folder: string,
    readonly port: number,
    readonly ca: CertificateAuthority,
    private readonly end: { stop(): Promise<void> },
  ) {
    this.log = `${folder}/log`;
  }

  stop(): Promise<void> {
    return this.end.stop();
  }
}
