import dns from "node:dns";
import { syncBuiltinESMExports } from "node:module";

/**
 * Some services are addressed by the account's own host, `<account>.localhost` (CloudFront's key value stores). It is this machine
 * (https://www.rfc-editor.org/rfc/rfc6761#section-6.3), which not every system says of itself, and SDKs for node use no proxy.
 */
const code = [
  'import dns from "node:dns";',
  'import { syncBuiltinESMExports } from "node:module";',
  "const { lookup } = dns;",
  'dns.lookup = (host, ...rest) => lookup(/\\.localhost\\.?$/i.test(host) ? "localhost" : host, ...rest);',
  "syncBuiltinESMExports();",
].join("\n");

const module = `data:text/javascript,${encodeURIComponent(code)}`;

/** node's options for a child that finds them. */
export function accountHostOptions(standing = process.env["NODE_OPTIONS"]): string {
  const own = `--import=${module}`;
  return standing?.includes(own) ? standing : [standing, own].filter(Boolean).join(" ");
}

/** Makes this process find them: for SDK clients in it, which `emulatorEnvironment` does not reach. */
export async function findAccountHosts(): Promise<void> {
  const { lookup } = dns;
  const found = (host: string, ...rest: unknown[]) => Reflect.apply(lookup, dns, [isOurs(host) ? "localhost" : host, ...rest]);
  Object.assign(dns, { lookup: found });
  syncBuiltinESMExports();
}

const isOurs = (host: string) => /\.localhost\.?$/i.test(host);
