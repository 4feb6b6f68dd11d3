import type { ContainerDefinition } from "@aws-sdk/client-ecs";
import type { Clients } from "./clients.js";

/** Where a task's container writes. */
export interface LogStream {
  readonly region: string | undefined;
  readonly group: string;
  readonly stream: string;
}

/**
 * The stream of a container under the awslogs driver; undefined where its logs go elsewhere.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html
 */
export function logStreamOf({ name, logConfiguration }: ContainerDefinition, taskId: string): LogStream | undefined {
  const { "awslogs-group": group, "awslogs-stream-prefix": prefix, "awslogs-region": region } = logConfiguration?.options ?? {};
  if (logConfiguration?.logDriver !== "awslogs" || group === undefined || prefix === undefined) return undefined;
  return { region, group, stream: `${prefix}/${name}/${taskId}` };
}

/** The last lines of a stream, the oldest first; none where the container never wrote, or they may not be read. */
export async function lastLines(clients: Clients, { region, group, stream }: LogStream, limit = 10): Promise<string[]> {
  const logs = await clients.logs(region);
  try {
    const { events = [] } = await logs.getLogEvents({ logGroupName: group, logStreamName: stream, limit, startFromHead: false });
    return events.flatMap(({ message }) => (message === undefined ? [] : [message.trimEnd()]));
  } catch (error) {
    if (isUnreadable(error)) return [];
    throw error;
  }
}

/** A stream's lines from the beginning, and each time those that are new. */
export class LogTail {
  private token: string | undefined;

  constructor(
    private readonly clients: Clients,
    private readonly place: LogStream,
  ) {}

  async next(): Promise<string[]> {
    const lines: string[] = [];
    const logs = await this.clients.logs(this.place.region);
    for (;;) {
      const page = await logs
        .getLogEvents({ logGroupName: this.place.group, logStreamName: this.place.stream, startFromHead: true, nextToken: this.token })
        .catch((error: unknown) => {
          if (isUnreadable(error)) return undefined;
          throw error;
        });
      if (page === undefined) return lines;
      lines.push(...(page.events ?? []).flatMap(({ message }) => (message === undefined ? [] : [message.trimEnd()])));
      // at the end, AWS gives the token that it was given
      const atEnd = page.nextForwardToken === undefined || page.nextForwardToken === this.token;
      this.token = page.nextForwardToken ?? this.token;
      if (atEnd) return lines;
    }
  }
}

/** The stream is not there yet, or somebody else's business. */
function isUnreadable(error: unknown): boolean {
  return error instanceof Error && ["ResourceNotFoundException", "AccessDeniedException"].includes(error.name);
}
