import { setTimeout } from "node:timers/promises";
import type { CloudFront } from "@aws-sdk/client-cloudfront";
import type { Site } from "./site.js";

export interface Invalidation {
  readonly paths: readonly string[];
  /** The same names the same invalidation: asked twice, it is made once. */
  readonly reference: string;
  readonly signal: AbortSignal;
}

const askAgainSeconds = 5;

/** Has the edge forget paths; resolves to the invalidation's id, long before it is through. */
export async function invalidate(cloudFront: CloudFront, { distributionId }: Site, asked: Invalidation): Promise<string | undefined> {
  const { paths, reference, signal } = asked;
  const batch = { CallerReference: reference, Paths: { Quantity: paths.length, Items: [...paths] } };
  for (;;) {
    signal.throwIfAborted();
    try {
      const { Invalidation: made } = await cloudFront.createInvalidation({ DistributionId: distributionId, InvalidationBatch: batch });
      return made?.Id;
    } catch (error) {
      // others are under way, and end within minutes
      if (!(error instanceof Error) || error.name !== "TooManyInvalidationsInProgress") throw error;
      await setTimeout(askAgainSeconds * 1000, undefined, { signal }).catch(() => undefined);
    }
  }
}

/** Waits until each edge location has forgotten. */
export async function invalidated(cloudFront: CloudFront, { distributionId }: Site, id: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    const { Invalidation: found } = await cloudFront.getInvalidation({ DistributionId: distributionId, Id: id });
    if (found?.Status === "Completed") return;
    await setTimeout(askAgainSeconds * 1000, undefined, { signal }).catch(() => undefined);
  }
}
