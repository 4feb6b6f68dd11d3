import { mkdirSync } from "node:fs";
import { lock } from "proper-lockfile";

/** Runs `work` while no other process works on `folder`; a lock whose holder died is taken over within 10 seconds. */
export async function locked<T>(folder: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(folder, { recursive: true });
  const release = await lock(folder, {
    stale: 10_000,
    update: 2_000,
    retries: { retries: 6_000, minTimeout: 50, maxTimeout: 100 },
  });
  try {
    return await work();
  } finally {
    await release();
  }
}
