import { mkdirSync, readFileSync } from "node:fs";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CertificateAuthority } from "./certificate-authority.js";
import { areInstalled, mariadbTools, pathOf, postgresTools, titled } from "./installed.js";
import { openMariadbShop } from "./mariadb-shop.js";
import { openPostgresShop } from "./postgres-shop.js";
import { environmentOf } from "./user-task.js";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const bundle = "/etc/ssl/rds.pem";

/** The README's lines for a client: those that set variables, and the one that connects. */
function exampleFor(client: string): string {
  const block = [...readme.matchAll(/```sh\n(.*?)```/gs)].map(([, lines]) => lines ?? "").find((lines) => lines.includes(bundle)) ?? "";
  const lines = block.split("\n").filter((line) => line.startsWith(`${client} `) || line.startsWith("export "));
  return lines.join("\n");
}

interface Client {
  readonly command: "psql" | "mariadb";
  /** What it says of a server whose certificate is by somebody else, or for another name. */
  readonly foreign: RegExp;
  readonly misnamed: RegExp;
}

const clients = {
  PostgreSQL: { command: "psql", foreign: /certificate verify failed/, misnamed: /does not match host name/ },
  MariaDB: {
    command: "mariadb",
    foreign: /self-signed certificate|certificate verify failed/,
    misnamed: /Validation of SSL server certificate failed|does not match/,
  },
} as const satisfies Record<string, Client>;

describe.each([
  ["PostgreSQL", postgresTools, openPostgresShop],
  ["MariaDB", mariadbTools, openMariadbShop],
] as const)("the README's connection to %s", (name, tools, open) => {
  const { command, foreign, misnamed } = clients[name];

  describe.skipIf(!areInstalled(tools))(titled("as it stands there", tools), () => {
    let shop: Awaited<ReturnType<typeof open>>;
    let connect: (ca: string, environment?: Readonly<Record<string, string>>) => Promise<{ out: string; error: string }>;
    beforeAll(async () => {
      shop = await open();
      const user = { userName: "api", password: "the user's own" };
      await shop.make(user);
      connect = async (ca, environment = {}) => {
        const variables = { ...environmentOf(shop.target, user), DATABASE_PASSWORD: user.password, ...environment };
        const example = exampleFor(command).replaceAll(bundle, ca);
        const env = { PATH: pathOf(command).slice(0, -command.length - 1), HOME: "/nonexistent", ...variables };
        const { stdout, stderr } = await execa("/bin/sh", ["-euc", example], {
          extendEnv: false,
          env,
          reject: false,
          input: "SELECT 'connected';\n",
        });
        return { out: stdout, error: stderr };
      };
    });
    afterAll(() => shop?.server.stop());

    it("works, with the bundle that is fetched before", async () => {
      expect(readme).toContain(`curl -fsSo ${bundle} https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem`);
      expect(await connect(shop.server.ca.certificate)).toEqual({ out: expect.stringContaining("connected"), error: "" });
    });

    it("refuses a server that somebody else certified", async () => {
      const folder = `${shop.server.folder}/foreign`;
      mkdirSync(folder);
      const { certificate } = await CertificateAuthority.in(folder);
      expect(await connect(certificate)).toEqual({ out: "", error: expect.stringMatching(foreign) });
    });

    it("refuses a server that is certified by another name", async () => {
      const elsewhere = { DATABASE_HOST: "127.0.0.1" };
      expect(await connect(shop.server.ca.certificate, elsewhere)).toEqual({ out: "", error: expect.stringMatching(misnamed) });
    });
  });
});
