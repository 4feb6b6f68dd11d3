import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { edgeFunction, edgeRuntime, passwordEntry, type SiteEdgeConfig } from "@groundplan/site-edge";
import { InputError } from "./failure.js";
import { readFolder } from "./folder.js";
import { answerRequest } from "./preview-answer.js";

export interface PreviewOptions {
  /** What the build writes, such as `dist`. It may be built anew while it is shown. */
  readonly folder: string;
  /** What the site does at the edge: `siteEdge({ routing: "spa" })`. */
  readonly data: SiteEdgeConfig;
  /** 4173; 0 for any that is free. */
  readonly port?: number | undefined;
  /** `127.0.0.1`, so that nobody else sees it. */
  readonly host?: string | undefined;
  /** Passwords by their users, where the site asks for one; one is made, where none is given. */
  readonly users?: Readonly<Record<string, string>> | undefined;
  /** Hears of each request that was answered. */
  readonly onAnswer?: ((answer: PreviewAnswer) => void) | undefined;
}

export interface PreviewAnswer {
  readonly method: string;
  readonly url: string;
  readonly status: number;
}

/** A preview that is under way. */
export interface Preview {
  readonly url: string;
  /** Who is let in, where the site asks for a password. */
  readonly users: Readonly<Record<string, string>>;
  /** Ends it; what is under way is cut off. */
  close(): Promise<void>;
}

/**
 * Shows a built site on localhost as the edge would: the very function, headers, cache rules and error page. It knows no AWS.
 *
 * What it leaves out: compression, the web ACL, other origins, HTTPS.
 *
 * @throws {InputError} a folder that holds no site, a port that is taken, more redirects than the function takes
 */
export async function preview({ folder, data, port = 4173, host = "127.0.0.1", onAnswer, ...options }: PreviewOptions): Promise<Preview> {
  const { root } = readFolder(folder, data.indexDocument);
  const users = data.basicAuth ? (options.users ?? { preview: randomBytes(12).toString("base64url") }) : {};
  const site = { root, data, run: edgeRuntime(edgeFunction(data), passwordsOf(users)) };
  const server = createServer((request, response) => {
    response.on("finish", () => onAnswer?.({ method: request.method ?? "", url: request.url ?? "", status: response.statusCode }));
    answerRequest(site, request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  return { url: await listen(server, port, host), users, close: () => close(server) };
}

function passwordsOf(users: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const entries = Object.entries(users).map(([user, password]) =>
    passwordEntry({ user, password, salt: randomBytes(18).toString("base64url") }),
  );
  return new Map(entries.map(({ key, value }) => [key, value]));
}

async function listen(server: Server, port: number, host: string): Promise<string> {
  try {
    server.listen(port, host);
    await once(server, "listening");
  } catch (error) {
    throw new InputError(listenProblem(error, `${host}:${port}`));
  }
  const address = server.address();
  const used = typeof address === "object" && address !== null ? address.port : port;
  return `http://${host.includes(":") ? `[${host}]` : host}:${used}/`;
}

function listenProblem(error: unknown, place: string): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") return `${place} is taken; give another port, or 0 for any that is free`;
  if (code === "EACCES") return `${place} may not be opened by you; give a port of 1024 or more`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") return `${place} is no address of this machine; give 127.0.0.1`;
  return `${place} cannot be opened: ${error instanceof Error ? error.message : String(error)}`;
}

async function close(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}
