import crypto from "node:crypto";
import { createContext, Script } from "node:vm";

/** A visitor's request, as far as the function reads it. */
export interface EdgeRequest {
  readonly method: string;
  /** The path, percent-encoded, without the query string. */
  readonly uri: string;
  /** The query string without its question mark; `undefined` where there is none. */
  readonly query?: string | undefined;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What becomes of it: a path to ask the origin for, or an answer of the function's own. */
export type EdgeResult = { readonly kind: "forward"; readonly uri: string } | EdgeAnswer;

/** An answer of the function's own. */
export interface EdgeAnswer {
  readonly kind: "answer";
  readonly status: number;
  readonly description: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Its text; empty where it has none. */
  readonly body: string;
}

type Handler = (event: { readonly request: object }) => unknown;

/**
 * Runs a function's source as CloudFront would: for previews and tests. What the modules of its runtime are to it stands here.
 *
 * @param passwords what the key value store holds, such as the entries of `passwordEntry`
 */
export function edgeRuntime(
  source: string,
  passwords: ReadonlyMap<string, string> = new Map(),
): (request: EdgeRequest) => Promise<EdgeResult> {
  const kvs = () => ({
    get: async (key: string) => {
      const value = passwords.get(key);
      if (value === undefined) throw new Error("KeyNotFound");
      return value;
    },
  });
  const handler = handlerOf(source, { cf: { kvs }, crypto, Buffer });
  return async (request) => resultOf(await handler({ request: eventRequest(request) }));
}

function handlerOf(source: string, globals: object): Handler {
  // CloudFront's functions are strict, and import nothing else
  const script = `"use strict";\n${source.replace(/^import (cf|crypto) from "(cloudfront|crypto)";$/gm, "")}\nhandler;`;
  const handler: unknown = new Script(script, { filename: "edge-function.js" }).runInContext(createContext(globals));
  if (typeof handler !== "function") throw new Error("the source has no function named handler");
  return (event) => handler(event);
}

function eventRequest({ method, uri, query, headers }: EdgeRequest): object {
  const values = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), { value }]);
  return { method, uri, headers: Object.fromEntries(values), rawQueryString: () => query };
}

function resultOf(result: unknown): EdgeResult {
  const { uri, statusCode, statusDescription, headers, body } = Object(result);
  if (typeof statusCode !== "number") return { kind: "forward", uri: String(uri) };
  const plain = Object.entries<{ readonly value: string }>(headers).map(([name, { value }]) => [name, value]);
  return {
    kind: "answer",
    status: statusCode,
    description: String(statusDescription),
    headers: Object.fromEntries(plain),
    body: body?.data ?? "",
  };
}
