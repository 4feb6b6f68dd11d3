import { randomUUID } from "node:crypto";
import { readlinkSync } from "node:fs";
import { hostname, userInfo } from "node:os";
import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import { LockedError, statusOf } from "./failure.js";
import { lockKey } from "./keys.js";
import { type Bucket, encryption } from "./upload.js";

// a publisher that was killed holds it for so long; one that works renews it three times meanwhile
const lifeSeconds = 60;
const renewSeconds = lifeSeconds / 3;
const lookSeconds = 2;

const holder = z.object({ owner: z.string(), by: z.string(), place: z.string(), pid: z.number(), since: z.string(), renewed: z.number() });

type Holder = z.output<typeof holder>;

export interface LockOptions {
  /** How long to wait for somebody who holds it. */
  readonly waitSeconds: number;
  readonly signal: AbortSignal;
  now(): Date;
  /** Tells whom it waits for, once. */
  tell(text: string): void;
}

/**
 * Does what only one publisher may do at a time. The lock is an object that S3 writes only where there is none: two who publish at once
 * would leave one's pages over the other's files.
 *
 * @throws {LockedError} where another one publishes
 */
export async function withLock<T>(bucket: Bucket, options: LockOptions, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const lock = await Lock.take(bucket, options);
  try {
    return await work(AbortSignal.any([options.signal, lock.lost]));
  } finally {
    await lock.release();
  }
}

class Lock {
  private readonly loss = new AbortController();
  private readonly ended = new AbortController();
  private readonly renewing: Promise<void>;

  private constructor(
    private readonly bucket: Bucket,
    private held: Holder,
    private etag: string | undefined,
  ) {
    this.renewing = this.renew();
  }

  /** Aborts where somebody else has taken it. */
  get lost(): AbortSignal {
    return this.loss.signal;
  }

  static async take(bucket: Bucket, { waitSeconds, signal, now, tell }: LockOptions): Promise<Lock> {
    const wanted = {
      owner: randomUUID(),
      by: `${userName()} on ${hostname()}`,
      place,
      pid: process.pid,
      since: now().toISOString(),
      renewed: 0,
    };
    const last = performance.now() + waitSeconds * 1000;
    let told = false;
    for (;;) {
      signal.throwIfAborted();
      const found = await read(bucket);
      if (found === undefined || isOver(found, now())) {
        const etag = await write(bucket, wanted, found?.etag);
        if (etag !== "held") return new Lock(bucket, wanted, etag);
        continue;
      }
      const text = heldText(bucket, found);
      if (performance.now() >= last) throw new LockedError(`${text}; publish again when that is over`);
      if (!told) tell(`${text}; waiting`);
      told = true;
      await setTimeout(lookSeconds * 1000, undefined, { signal }).catch(() => undefined);
    }
  }

  async release(): Promise<void> {
    this.ended.abort();
    await this.renewing;
    if (this.lost.aborted) return;
    // where it stays, it ends by itself; what the work itself has come to must be told
    await this.bucket.s3.deleteObject({ Bucket: this.bucket.site.bucketName, Key: lockKey }).catch(() => undefined);
  }

  private async renew(): Promise<void> {
    for (;;) {
      await setTimeout(renewSeconds * 1000, undefined, { signal: this.ended.signal, ref: false }).catch(() => undefined);
      if (this.ended.signal.aborted) return;
      const next = { ...this.held, renewed: this.held.renewed + 1 };
      const etag = await write(this.bucket, next, this.etag).catch(() => this.etag);
      if (etag === "held") return this.loss.abort(new LockedError(`another publisher took over; nothing more was written. Publish again`));
      [this.held, this.etag] = [next, etag];
    }
  }
}

interface Found {
  readonly holder: Holder | undefined;
  readonly etag: string | undefined;
  readonly written: Date;
}

async function read({ s3, site }: Bucket): Promise<Found | undefined> {
  try {
    const { Body: body, ETag: etag, LastModified: written = new Date(0) } = await s3.getObject({ Bucket: site.bucketName, Key: lockKey });
    const parsed = holder.safeParse(JSON.parse((await body?.transformToString()) ?? ""));
    return { holder: parsed.data, etag, written };
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    if (error instanceof SyntaxError) throw new LockedError(`s3://${site.bucketName}/${lockKey} is no lock; delete it, and publish again`);
    throw error;
  }
}

/** The new ETag, or that somebody else was faster. */
async function write({ s3, site }: Bucket, held: Holder, over: string | undefined): Promise<string | undefined | "held"> {
  const condition = over === undefined ? { IfNoneMatch: "*" } : { IfMatch: over };
  try {
    const input = { Bucket: site.bucketName, Key: lockKey, Body: JSON.stringify(held), ContentType: "application/json" };
    return (await s3.putObject({ ...input, ...condition, ...encryption(site) })).ETag;
  } catch (error) {
    // 409 where two write at the same moment: https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
    if ([404, 409, 412].includes(statusOf(error) ?? 0)) return "held";
    throw error;
  }
}

function isOver({ holder, written }: Found, now: Date): boolean {
  if (now.getTime() - written.getTime() > lifeSeconds * 1000) return true;
  return holder !== undefined && holder.place === place && !isAlive(holder.pid);
}

function heldText({ site }: Bucket, { holder, written }: Found): string {
  const ends = new Date(written.getTime() + lifeSeconds * 1000).toISOString();
  return `${site.bucketName} is being published by ${holder?.by ?? "somebody"} since ${holder?.since ?? "?"} (a lock that ends at ${ends} unless renewed)`;
}

/** Where process ids mean the same: two containers may share the host's name, and not these. */
const place = `${hostname()} ${processes()}`;

function processes(): string {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    return "";
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // it is another user's
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return "somebody";
  }
}
