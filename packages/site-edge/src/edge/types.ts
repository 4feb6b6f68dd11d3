// The runtime has no `?.`, and a template's ${ would be Terraform's: the files beside this one do without both.

/** The part of CloudFront's event that the function reads. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html */
export interface Request {
  readonly method: string;
  /** The path as it was sent: percent-encoded, without the query string. */
  uri: string;
  readonly headers: Headers;
  /** The query string as it was sent, without its question mark; `undefined` where there is none. */
  rawQueryString(): string | undefined;
}

/** Headers by their names in lower case. */
export interface Headers {
  [name: string]: { value: string };
}

/** An answer of the function's own. */
export interface Response {
  readonly statusCode: number;
  readonly statusDescription: string;
  readonly headers: Headers;
  readonly body?: { readonly encoding: "text"; readonly data: string };
}

/** CloudFront's key value store, as functions read it: a key that is not there is an error. */
export interface KeyValueStore {
  get(key: string): Promise<string>;
}

/** A redirect's target and status. */
export interface Target {
  readonly to: string;
  readonly status: number;
}

/** What the function knows of the site. */
export interface Site {
  /** The name that visitors see, where others lead to it. */
  readonly name?: string;
  readonly index: string;
  readonly hsts?: string;
  /** Redirects by their path. */
  readonly pages?: Readonly<Record<string, Target>>;
  /** Redirects of all beneath a folder, by that folder, its slash included. */
  readonly folders?: Readonly<Record<string, Target>>;
  /** How many folders deep those go. */
  readonly deepest?: number;
  readonly cors?: {
    readonly origins: readonly string[];
    readonly methods: string;
    readonly headers: string;
    readonly maxAge: string;
    readonly credentials: boolean;
  };
}
