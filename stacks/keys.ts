import type { KeysContract } from "@groundplan/core";
import { KmsKey } from "@groundplan/kms-key";
import type { Environment, Estate } from "../environments/load.js";
import type { EstateStack } from "./estate-stack.js";

/** What a keys stack is made from. */
interface KeysStack {
  readonly estate: Pick<Estate, "project">;
  readonly environment: Environment;
}

/** The environment's keys, one a purpose, so that a role for logs never opens data. Cost: 4 USD a month. */
export function keysStack(stack: EstateStack<KeysContract>, { estate, environment }: KeysStack): void {
  const key = (purpose: keyof KeysContract): KmsKey =>
    new KmsKey(stack, `${purpose}-key`, {
      ...environment.keys,
      purpose,
      alias: `${estate.project}-${environment.name}-${purpose}`,
      accountId: environment.account.id,
      region: environment.region,
    });

  stack.publish({
    logs: { keyArn: key("logs").keyArn },
    data: { keyArn: key("data").keyArn },
    secrets: { keyArn: key("secrets").keyArn },
    alerts: { keyArn: key("alerts").keyArn },
  });
}
