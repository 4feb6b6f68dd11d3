// Generated from config.ts by `npm run generate`.

/** The data that `SiteEdge` is made from. */
export interface SiteEdgeProps {
  /** Names under which visitors find the site, the one that it shows first; with none, CloudFront's own. @default [] */
  readonly domainNames?: readonly string[] | undefined;
  /** Whether names beside the first, CloudFront's own too, lead to it or show the same. @default "redirect" */
  readonly otherNames?: "redirect" | "serve" | undefined;
  /** `directoryIndex`: `/docs/` is `/docs/index.html`, and `/docs` leads to `/docs/`. `spa`: paths without an extension are the app's. `none`: as they are. @default "directoryIndex" */
  readonly routing?: "spa" | "directoryIndex" | "none" | undefined;
  /** The page of a folder, and of the site. @default "index.html" */
  readonly indexDocument?: string | undefined;
  /** The page that a visitor sees where there is none; not with `spa`, whose app shows its own. @default "404.html" */
  readonly errorDocument?: string | undefined;
  /** Paths that lead elsewhere. @default [] */
  readonly redirects?: readonly {
    /** A path, or all beneath one: `/old/*`. */
    readonly from: string;
    /** A path or an address, `https://example.com/new/*`; `*` stands for what `from` left open. The query string goes along. */
    readonly to: string;
    /** 301 or 308 for good, 302 or 307 for now. @default 301 */
    readonly status?: 301 | 302 | 307 | 308 | undefined;
  }[] | undefined;
  /** Ask for a user and a password, for previews. They are set when all stands, and only their hash is kept; until then nobody gets in. @default false */
  readonly basicAuth?: boolean | undefined;
  /** What browsers are told beside the content, for safety. */
  readonly headers?: {
    /** HTTPS alone, remembered by browsers; or `off`. */
    readonly hsts?: "off" | {
      /** Days for which browsers ask by HTTPS alone. 1 to 3650. @default 730 */
      readonly maxAgeDays?: number | undefined;
      /** Whether that goes for all names beneath the site's too. @default true */
      readonly includeSubdomains?: boolean | undefined;
      /** Consent to browsers' built-in lists, which takes months to undo. @default false */
      readonly preload?: boolean | undefined;
    } | undefined;
    /** Directives with their sources, `script-src: ["'self'", https://cdn.example.com]`, which take the place of the strict ones of that name; one set to `off` is left out. `off` for no policy at all. */
    readonly contentSecurityPolicy?: "off" | { readonly [name: string]: readonly string[] | "off" } | undefined;
    /** Who may show the site in a frame: nobody, the site itself, or everybody; `frame-ancestors` follows it. @default "DENY" */
    readonly frameOptions?: "DENY" | "SAMEORIGIN" | "off" | undefined;
    /** What other sites learn of where a visitor comes from. @default "strict-origin-when-cross-origin" */
    readonly referrerPolicy?: "no-referrer" | "no-referrer-when-downgrade" | "origin" | "origin-when-cross-origin" | "same-origin" | "strict-origin" | "strict-origin-when-cross-origin" | "unsafe-url" | undefined;
    /** Browser features and who may use them, `geolocation: [self]`, beside those that nobody may, such as camera and microphone; or `off`. */
    readonly permissionsPolicy?: "off" | { readonly [name: string]: readonly string[] } | undefined;
    /** Further headers, by their names in lower case. */
    readonly custom?: { readonly [name: string]: string } | undefined;
  } | undefined;
  /** Whose pages may read the site's files, beside its own; left out, nobody's. */
  readonly cors?: {
    /** Whose pages: `https://app.example.com`, `https://*.example.com`, or `*` for everybody's. */
    readonly origins: readonly string[];
    /** What they may ask. @default ["GET","HEAD"] */
    readonly methods?: readonly ("GET" | "HEAD" | "OPTIONS")[] | undefined;
    /** Headers that they may send, in lower case, beyond those that every page may; `*` for all. @default [] */
    readonly headers?: readonly string[] | undefined;
    /** Seconds for which browsers remember the permission. 0 to 86400. @default 600 */
    readonly maxAgeSeconds?: number | undefined;
    /** Whether cookies and passwords may come along; not with `*`. @default false */
    readonly credentials?: boolean | undefined;
  } | undefined;
  /** For how long browsers and CloudFront keep what they have. */
  readonly cache?: {
    /** Paths whose files never change, since their names hold a hash of what is in them: `*` for any characters, `?` for one. @default ["/assets/*","/_astro/*","/_next/static/*","/_nuxt/*","/_app/immutable/*"] */
    readonly immutable?: readonly string[] | undefined;
    /** Seconds for which those are kept. 0 to 31536000. @default 31536000 */
    readonly immutableSeconds?: number | undefined;
    /** Seconds for which pages are kept; `no-cache` asks each time whether there is a newer one. @default "no-cache" */
    readonly html?: "no-cache" | number | undefined;
    /** Seconds for which everything else is kept: images, feeds, the service worker. 0 to 31536000. @default 3600 */
    readonly otherSeconds?: number | undefined;
  } | undefined;
}
