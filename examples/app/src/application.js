import { createServer } from "node:http";
import { log } from "./log.js";

/**
 * The application: `/` greets, `/health` says whether it takes requests.
 *
 * @param {import("./settings.js").Settings} settings
 */
export function application({ greeting }) {
  let draining = false;
  const server = createServer((request, response) => {
    const begun = performance.now();
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const { status, body } = answer(request.method ?? "GET", path, { greeting, draining });
    // the client comes back by a connection of its own, to a task that stays
    if (draining) response.setHeader("connection", "close");
    response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" });
    response.end(`${JSON.stringify(body)}\n`);
    // health checks would be most of the log
    if (path !== "/health") log("request", { method: request.method, path, status, milliseconds: Math.round(performance.now() - begun) });
  });
  return {
    server,
    /** Ends what is under way, takes nothing new, and calls back when it is done. */
    drain: (/** @type {() => void} */ done) => {
      draining = true;
      server.close(() => done());
    },
  };
}

/**
 * @param {string} method
 * @param {string} path
 * @param {{ greeting: string, draining: boolean }} state
 */
function answer(method, path, { greeting, draining }) {
  if (method !== "GET" && method !== "HEAD") return { status: 405, body: { error: "only GET and HEAD are served" } };
  if (path === "/health") return draining ? { status: 503, body: { status: "draining" } } : { status: 200, body: { status: "ok" } };
  if (path === "/") return { status: 200, body: { greeting } };
  return { status: 404, body: { error: "there is no such page" } };
}
