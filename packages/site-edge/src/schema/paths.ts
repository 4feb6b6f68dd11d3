import { z } from "zod";

// what RFC 3986 lets stand in a path; anything else comes percent-encoded, and `${` would be Terraform's
const inPath = "[A-Za-z0-9._~!$&'()+,;=:@/-]|%[0-9A-Fa-f]{2}";

/** A file of the site, from its root, without the slash in front. */
export const filePath = () =>
  z
    .string()
    .regex(
      /^(?!.*(^|\/)\.{0,2}(\/|$))[A-Za-z0-9._~/-]{1,255}$/,
      'is no file of the site; give its path without the slash in front, such as "404.html"',
    );

/** A file's name, as it stands in a folder. */
export const fileName = () =>
  z.string().regex(/^(?!\.{1,2}$)[A-Za-z0-9._~-]{1,255}$/, 'is no file name; give one without slashes, such as "index.html"');

/** A pattern of paths, as CloudFront's cache behaviours have them: `*` for any characters, `?` for one. */
export const pathPattern = () =>
  z
    .string()
    .regex(
      /^\/[A-Za-z0-9_\-.*$/~"'@:+&?]{1,254}$/,
      'is no pattern of paths; give one such as "/assets/*": a slash first, * for any characters, ? for one',
    );

/** What a redirect is from: one path, or all beneath one. */
export const redirectSource = () =>
  z
    .string()
    .regex(
      new RegExp(`^(?!//)/(${inPath})*(?<=/)\\*$|^(?!//)/(${inPath})*$`),
      'is neither a path nor all paths beneath one; give one such as "/old" or "/old/*"',
    )
    .max(1024);

/** What a redirect leads to: a path, or an address at another host; `*` stands for the rest. */
export const redirectTarget = () =>
  z
    .string()
    .regex(
      new RegExp(
        `^((?!//)|https://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\\d{1,5})?(?=/))/(${inPath})*(\\*(${inPath})*)?(\\?(${inPath}|[?])*)?(#(${inPath}|[?])*)?$`,
      ),
      'leads nowhere; give a path such as "/new/*", or an address such as "https://example.com/": with a slash behind the host',
    )
    .max(1024);
