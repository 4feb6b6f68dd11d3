import { z } from "zod";

/** A name under which visitors find the site. */
export const domainName = () =>
  z
    .string()
    .regex(
      /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/,
      'is no domain name; give one in lower case, such as "www.example.com": punycode for other letters',
    );

/** Where another site's pages come from, for CORS. */
export const origin = () =>
  z
    .string()
    .regex(
      /^(\*|https?:\/\/(\*\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?)$/,
      'is no origin; give one such as "https://app.example.com", "https://*.example.com" or "*": no path, no slash at the end',
    );

/** A header's name, as HTTP/2 has it. */
export const headerName = () =>
  z.string().regex(/^[a-z0-9!#$%&'*+.^_`|~-]{1,256}$/, "is no header; give its name in lower case, such as x-robots-tag");
