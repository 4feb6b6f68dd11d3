// The same image without a port: it works until it is told to stop, and ends what it has begun.
import { setTimeout as pause } from "node:timers/promises";
import { log } from "./log.js";

const stop = new AbortController();
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => stop.abort());

log("working");
while (!stop.signal.aborted) {
  // put your work here: take a message, do what it says, delete it
  await pause(10_000, undefined, { signal: stop.signal }).catch(() => undefined);
}
log("stopped");
