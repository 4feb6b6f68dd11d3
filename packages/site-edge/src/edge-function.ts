import type { SiteEdgeConfig } from "./config.js";

export interface EdgeFunctionOptions {
  /** The id of the key value store that holds the passwords, with `basicAuth`; the one that is associated, if it is left out. */
  readonly keyValueStoreId?: string | undefined;
}

/** The source of a site's CloudFront function, for viewer requests and the runtime `cloudfront-js-2.0`. */
export function edgeFunction(data: SiteEdgeConfig, options: EdgeFunctionOptions = {}): string {
  return `// ${data.routing} ${options.keyValueStoreId}\nfunction handler(event) {\n  return event.request;\n}\n`;
}
