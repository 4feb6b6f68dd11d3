import type { IncomingMessage, ServerResponse } from "node:http";
import { cacheControlOf, corsHeaders, type EdgeRequest, type EdgeResult, headerList, type SiteEdgeConfig } from "@groundplan/site-edge";
import send from "send";
import { contentTypeOf } from "./content-type.js";
import { fileAt } from "./preview-file.js";

/** What a preview shows, and how. */
export interface PreviewSite {
  /** The folder, all links followed. */
  readonly root: string;
  readonly data: SiteEdgeConfig;
  /** The edge's function. */
  readonly run: (request: EdgeRequest) => Promise<EdgeResult>;
}

/** Answers as the distribution would: the function first, then the file with the headers of the policies. */
export async function answerRequest(site: PreviewSite, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // what a distribution with these methods answers to others
  if (!["GET", "HEAD", "OPTIONS"].includes(request.method ?? "")) return plain(response, 403);
  const result = await site.run(edgeRequest(site.data, request));
  if (result.kind === "answer") {
    response.writeHead(result.status, result.description, result.headers).end(result.body);
    return;
  }
  for (const [name, value] of [...headerList(site.data), ...corsHeaders(site.data, request.headers.origin)])
    response.setHeader(name, value);
  answerWithFile(site, result.uri, { request, response });
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

function answerWithFile({ root, data }: PreviewSite, uri: string, { request, response }: Exchange): void {
  const found = fileAt(root, uri);
  const key = found ?? (data.routing === "spa" ? undefined : fileAt(root, `/${data.errorDocument}`));
  if (found === undefined) response.statusCode = 404;
  if (key === undefined) {
    plain(response, 404);
    return;
  }
  response.setHeader("content-type", contentTypeOf(key));
  response.setHeader("cache-control", cacheControlOf(data, `/${key}`));
  const path = key.split("/").map(encodeURIComponent).join("/");
  send(request, path, { root, index: false, dotfiles: "allow", cacheControl: false })
    .on("error", () => plain(response, 404))
    .pipe(response);
}

function edgeRequest({ domainNames }: SiteEdgeConfig, { method = "GET", url = "/", headers }: IncomingMessage): EdgeRequest {
  const mark = url.indexOf("?");
  const host = (headers.host ?? "").replace(/:\d+$/, "");
  const plainHeaders = Object.entries(headers).filter((header): header is [string, string] => typeof header[1] === "string");
  return {
    method,
    uri: mark === -1 ? url : url.slice(0, mark),
    query: mark === -1 ? undefined : url.slice(mark + 1),
    // whoever asks for the preview by its own address asks for the site by its first name
    headers: { ...Object.fromEntries(plainHeaders), host: domainNames.includes(host) ? host : (domainNames[0] ?? host) },
  };
}

function plain(response: ServerResponse, status: 403 | 404): void {
  const text = status === 403 ? "403 Forbidden" : "404 Not Found";
  if (!response.headersSent) response.writeHead(status, { "content-type": "text/plain; charset=utf-8" });
  response.end(`${text}\n`);
}
