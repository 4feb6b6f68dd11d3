/** Directives that name sources. https://www.w3.org/TR/CSP3/#csp-directives */
export const sourceDirectives = [
  "default-src",
  "script-src",
  "script-src-elem",
  "script-src-attr",
  "style-src",
  "style-src-elem",
  "style-src-attr",
  "img-src",
  "font-src",
  "connect-src",
  "media-src",
  "object-src",
  "child-src",
  "frame-src",
  "worker-src",
  "manifest-src",
  "base-uri",
  "form-action",
  "frame-ancestors",
] as const;

/** Directives whose words are no sources. */
export const otherDirectives = [
  "sandbox",
  "report-to",
  "report-uri",
  "require-trusted-types-for",
  "trusted-types",
  "upgrade-insecure-requests",
] as const;

export const directives: readonly string[] = [...sourceDirectives, ...otherDirectives];

/** Sources that are words of the language, and stand in single quotes. */
export const quotedSources: readonly string[] = [
  "none",
  "self",
  "unsafe-inline",
  "unsafe-eval",
  "unsafe-hashes",
  "strict-dynamic",
  "report-sample",
  "wasm-unsafe-eval",
];
