/** @import { KeyValueStore, Request, Response, Site } from "./types.js" */
import crypto from "node:crypto";
import { answer } from "./answer.js";

/**
 * Asks for a user and a password, and lets nobody in where none is kept.
 *
 * @param {Request} request
 * @param {Site} site
 * @param {KeyValueStore} passwords
 * @returns {Promise<Response | undefined>}
 */
export async function unauthorized(request, site, passwords) {
  const header = request.headers["authorization"];
  const given = /^basic +([A-Za-z0-9+/=]+)$/i.exec(header ? header.value : "");
  const text = given && given[1] ? Buffer.from(given[1], "base64").toString() : "";
  const colon = text.indexOf(":");
  const user = text.slice(0, Math.max(colon, 0));
  if (/^[A-Za-z0-9._@+-]{1,64}$/.test(user)) {
    let entry = "";
    try {
      entry = await passwords.get("basic-auth/" + user);
    } catch (_error) {
      // no such user
    }
    if (isPassword(text.slice(colon + 1), entry)) return undefined;
  }
  return answer(site, 401, { "www-authenticate": 'Basic realm="preview", charset="UTF-8"', "cache-control": "no-store" });
}

/**
 * Whether a password is the one whose salt and hash are kept.
 *
 * @param {string} password
 * @param {string} entry
 */
function isPassword(password, entry) {
  const parts = entry.split(":");
  const kept = parts[1] || "";
  const hash = crypto
    .createHash("sha256")
    .update(parts[0] + ":" + password)
    .digest("hex");
  // to the end, whatever differs: the time tells nothing
  let difference = kept.length ^ hash.length;
  for (let at = 0; at < hash.length; at++) difference |= hash.charCodeAt(at) ^ kept.charCodeAt(at);
  return difference === 0;
}
