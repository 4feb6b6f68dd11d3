import { suggestion } from "@groundplan/core/schema";
import { z } from "zod";

/** Features that nobody may use unless they are asked for. https://www.w3.org/TR/permissions-policy/ */
export const restrictedFeatures = [
  "accelerometer",
  "camera",
  "display-capture",
  "geolocation",
  "gyroscope",
  "hid",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "screen-wake-lock",
  "serial",
  "usb",
  "xr-spatial-tracking",
] as const;

const known: readonly string[] = [
  ...restrictedFeatures,
  "autoplay",
  "bluetooth",
  "browsing-topics",
  "clipboard-read",
  "clipboard-write",
  "encrypted-media",
  "fullscreen",
  "gamepad",
  "identity-credentials-get",
  "idle-detection",
  "local-fonts",
  "otp-credentials",
  "picture-in-picture",
  "publickey-credentials-create",
  "publickey-credentials-get",
  "storage-access",
  "sync-xhr",
  "unload",
  "web-share",
  "window-management",
];

// new features come with every browser, so that only what looks like a typing error is refused
const feature = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,63}$/, "is no feature; give one such as geolocation")
  .refine((name) => known.includes(name) || suggestion(name, known) === undefined, {
    error: ({ input }) => `is no feature; did you mean "${suggestion(String(input), known)}"?`,
  });

const allowed = z
  .string()
  .regex(
    /^(\*|self|src|https?:\/\/(\*\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?)$/,
    'is nobody who can be let; give "self", "*", or an origin such as "https://maps.example.com"',
  );

/** Features, and who may use them. */
export const permissionsPolicy = z.record(feature, z.array(allowed));
