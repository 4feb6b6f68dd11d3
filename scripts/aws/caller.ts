import { InputError } from "../failure.js";
import { type AwsAccess, clientConfig } from "./access.js";

/** Whose credentials a run has. */
export interface Caller {
  readonly accountId: string;
  readonly arn: string;
}

/** @throws {InputError} where there are none, or AWS does not take them */
export async function whoCalls(access: AwsAccess): Promise<Caller> {
  // loaded when it is used: most commands need no AWS
  const { GetCallerIdentityCommand, STSClient } = await import("@aws-sdk/client-sts");
  const client = new STSClient(clientConfig(access));
  try {
    const { Account: accountId = "", Arn: arn = "" } = await client.send(new GetCallerIdentityCommand({}));
    return { accountId, arn };
  } catch (error) {
    const why = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    throw new InputError(`AWS does not know these credentials (${why}); set "AWS_PROFILE", sign in again, or use --emulator`, {
      cause: error,
    });
  } finally {
    client.destroy();
  }
}
