import type { World } from "@groundplan/testing";

/** What a client of AWS needs to speak to a world's emulator. */
export function clientOf({ server, region, environment }: World) {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId = "",
    AWS_SECRET_ACCESS_KEY: secretAccessKey = "",
    AWS_SESSION_TOKEN: sessionToken = "",
  } = environment;
  return { endpoint: server.url, region, credentials: { accessKeyId, secretAccessKey, sessionToken } };
}
