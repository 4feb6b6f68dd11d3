import { text } from "node:stream/consumers";
import type { S3 } from "@aws-sdk/client-s3";

/** An object as a list of the bucket shows it. */
export interface Listed {
  readonly etag: string;
  readonly size: number;
}

/** A page of a list. */
export interface ListingPage {
  readonly objects: readonly (readonly [key: string, object: Listed])[];
  readonly next: string | undefined;
}

export interface PageAsked {
  readonly bucket: string;
  readonly prefix: string | undefined;
  readonly startAfter: string | undefined;
  readonly token: string | undefined;
}

/**
 * Asks for a page, by the SDK. Only the objects in its answer are read here: the SDK's own reader takes 100 ms for the thousand of a page,
 * which is as much as all else that is done for them.
 */
export async function listingPage(s3: S3, { bucket, prefix, startAfter, token }: PageAsked): Promise<ListingPage> {
  // loaded when it is used: most commands of a program that can list never do
  const { ListObjectsV2Command } = await import("@aws-sdk/client-s3");
  const objects: (readonly [string, Listed])[] = [];
  const start = token === undefined ? { StartAfter: startAfter } : { ContinuationToken: token };
  // encoded as in an address, so that a key has no character that means something in XML
  const command = new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, EncodingType: "url", ...start });
  command.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next(args);
      const { response } = answer;
      if (isAnswer(response) && response.statusCode === 200 && isStream(response.body)) {
        const body = await text(response.body);
        objects.push(...objectsIn(body));
        response.body = Buffer.from(body.replace(contents, ""));
      }
      return answer;
    },
    { step: "deserialize", priority: "low", name: "objectsOfPage" },
  );
  const { NextContinuationToken: next } = await s3.send(command);
  return { objects, next };
}

const contents = /<Contents>(.*?)<\/Contents>/gs;

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html#API_ListObjectsV2_ResponseSyntax */
function objectsIn(body: string): (readonly [string, Listed])[] {
  return [...body.matchAll(contents)].flatMap(([, object = ""]) => {
    const key = /<Key>(.*?)<\/Key>/s.exec(object)?.[1];
    const etag = /<ETag>(.*?)<\/ETag>/.exec(object)?.[1];
    const size = /<Size>(\d+)<\/Size>/.exec(object)?.[1];
    if (key === undefined || etag === undefined || size === undefined) return [];
    return [[decodeURIComponent(key.replaceAll("+", " ")), { etag: etag.replaceAll("&quot;", '"'), size: Number(size) }] as const];
  });
}

interface Answer {
  readonly statusCode: number;
  body: unknown;
}

function isAnswer(response: unknown): response is Answer {
  return typeof response === "object" && response !== null && "statusCode" in response && "body" in response;
}

function isStream(body: unknown): body is AsyncIterable<Uint8Array> {
  return typeof body === "object" && body !== null && Symbol.asyncIterator in body;
}
