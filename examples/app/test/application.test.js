import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const source = (/** @type {string} */ name) => fileURLToPath(new URL(`../src/${name}`, import.meta.url));

/** Starts the application on a free port, and reads its log. */
async function start(environment = {}) {
  const child = spawn(process.execPath, [source("main.js")], { env: { PORT: "0", ...environment }, stdio: ["ignore", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout });
  const log = /** @type {{ message: string, port?: number, [name: string]: unknown }[]} */ ([]);
  lines.on("line", (line) => log.push(JSON.parse(line)));
  await once(lines, "line");
  const port = log[0]?.port ?? 0;
  return { child, log, lines, port, url: `http://127.0.0.1:${port}`, ended: once(child, "close") };
}

/** A request and the head of another in one piece: once the first is answered, the second is under way. */
async function halfAsked(/** @type {number} */ port) {
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  socket.write("GET / HTTP/1.1\r\nhost: app\r\n\r\nGET / HTTP/1.1\r\nhost: app\r\n");
  await once(socket, "data");
  return socket;
}

test("greets as the environment says, and answers health checks", async (t) => {
  const { child, url, port, log, ended } = await start({ GREETING: "moin" });
  t.after(() => child.kill("SIGKILL"));
  assert.deepEqual(await (await fetch(url)).json(), { greeting: "moin" });
  assert.equal((await fetch(`${url}/health`)).status, 200);
  assert.equal((await fetch(`${url}/nothing`)).status, 404);
  assert.equal((await fetch(url, { method: "POST" })).status, 405);
  const check = spawn(process.execPath, [source("health-check.js")], { env: { PORT: `${port}` } });
  assert.deepEqual(await once(check, "close"), [0, null]);
  child.kill("SIGTERM");
  assert.deepEqual(await ended, [0, null]);
  assert.deepEqual(
    log.filter(({ message }) => message === "request").map(({ path, status }) => [path, status]),
    [
      ["/", 200],
      ["/nothing", 404],
      ["/", 405],
    ],
  );
});

test("ends what is under way before it stops, and takes nothing new", async (t) => {
  const { child, url, port, log, lines, ended } = await start();
  t.after(() => child.kill("SIGKILL"));
  const socket = await halfAsked(port);
  child.kill("SIGTERM");
  while (log.at(-1)?.message !== "draining") await once(lines, "line");
  await assert.rejects(fetch(url));
  socket.write("\r\n");
  const [answer] = await once(socket, "data");
  assert.match(String(answer), /^HTTP\/1\.1 200 OK\r\nconnection: close\r\n/);
  assert.deepEqual(await ended, [0, null]);
  assert.equal(log.at(-1)?.message, "stopped");
});

test("does not wait for ever for a client that says no more", async (t) => {
  const { child, port, log, ended } = await start({ DRAIN_SECONDS: "0" });
  t.after(() => child.kill("SIGKILL"));
  const socket = await halfAsked(port);
  socket.on("error", () => undefined);
  child.kill("SIGTERM");
  assert.deepEqual(await ended, [1, null]);
  assert.equal(log.at(-1)?.message, "cut off what was still under way");
});

test("does not begin by a setting that makes no sense", async () => {
  const child = spawn(process.execPath, [source("main.js")], { env: { PORT: "http" }, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (text) => {
    said += text;
  });
  const [code] = await once(child, "close");
  assert.equal(code, 1);
  assert.match(said, /"PORT" is "http"; give a whole number from 0 to 65535/);
});
