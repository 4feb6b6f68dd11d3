import { execa } from "execa";
import { pathOf } from "./installed.js";

/** A key and its certificate, as files. */
export interface Certificate {
  readonly key: string;
  readonly certificate: string;
}

/** A certificate authority that nobody else trusts, in a folder. */
export class CertificateAuthority implements Certificate {
  readonly key: string;
  readonly certificate: string;

  private constructor(private readonly folder: string) {
    this.key = `${folder}/ca.key`;
    this.certificate = `${folder}/ca.pem`;
  }

  static async in(folder: string): Promise<CertificateAuthority> {
    const ca = new CertificateAuthority(folder);
    await openssl("req", "-x509", ...newKey(ca.key), "-subj", "/CN=a test's authority", "-days", "2", "-out", ca.certificate);
    return ca;
  }

  /** For a server of that name, or for a client that is that user. */
  async certify(name: string): Promise<Certificate> {
    const file = `${this.folder}/${name}`;
    const made = { key: `${file}.key`, certificate: `${file}.pem` };
    const signs = ["-CA", this.certificate, "-CAkey", this.key, "-days", "2"];
    await openssl("req", "-x509", ...newKey(made.key), ...signs, "-subj", `/CN=${name}`, ...names(name), "-out", made.certificate);
    return made;
  }
}

const newKey = (file: string) => ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", file];

const names = (name: string) => ["-addext", `subjectAltName=DNS:${name}`, "-addext", "basicConstraints=critical,CA:FALSE"];

async function openssl(...args: string[]): Promise<void> {
  await execa(pathOf("openssl"), args);
}
