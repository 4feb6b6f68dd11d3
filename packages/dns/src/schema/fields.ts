import { z } from "zod";
import { domainPattern } from "../names.js";

/** A zone's name. */
export const domain = () =>
  z.string().regex(domainPattern, 'is no domain; give one in lower case without a dot at its end, such as "dev.shop.example.com"');
