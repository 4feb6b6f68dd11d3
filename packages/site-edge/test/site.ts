import {
  type EdgeRequest,
  type EdgeResult,
  edgeFunction,
  edgeRuntime,
  type SiteEdgeConfig,
  type SiteEdgeProps,
} from "@groundplan/site-edge";
import { schemas } from "../src/config.js";

/** A site's data with its defaults. */
export function site(props: SiteEdgeProps = {}): SiteEdgeConfig {
  return schemas.SiteEdge.parse(props);
}

/** What the function makes of a request, in a line: the path that the origin is asked for, or status and location. */
export async function visit(props: SiteEdgeProps, request: string | Partial<EdgeRequest>): Promise<string> {
  return lineOf(await edgeRuntime(edgeFunction(site(props)))(requestOf(request)));
}

/** A request from `GET`'s address in a line, or its parts. */
export function requestOf(request: string | Partial<EdgeRequest>): EdgeRequest {
  const plain = { method: "GET", headers: { host: "d111111abcdef8.cloudfront.net" } };
  if (typeof request !== "string") return { ...plain, uri: "/", ...request };
  const [uri = "/", ...query] = request.split("?");
  return { ...plain, uri, query: query.length === 0 ? undefined : query.join("?") };
}

export function lineOf(result: EdgeResult): string {
  if (result.kind === "forward") return result.uri;
  const { location } = result.headers;
  return location === undefined ? String(result.status) : `${result.status} ${location}`;
}
