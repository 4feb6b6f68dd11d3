import { whoCalls } from "../aws/caller.js";
import type { Session } from "../session.js";

/** Which regions of an account are on: in one that is off, AWS knows nobody. */
export async function regionsOn(
  session: Pick<Session, "access">,
  home: Parameters<Session["access"]>[0],
  regions: readonly string[],
): Promise<{ readonly on: readonly string[]; readonly off: readonly string[] }> {
  const areOn = await Promise.all(regions.map(async (region) => isOn(await session.access(home, region))));
  return { on: regions.filter((_, index) => areOn[index]), off: regions.filter((_, index) => !areOn[index]) };
}

async function isOn(access: Awaited<ReturnType<Session["access"]>>): Promise<boolean> {
  try {
    await whoCalls(access);
    return true;
  } catch (error) {
    if (error instanceof Error && error.cause instanceof Error && nobody.includes(error.cause.name)) return false;
    throw error;
  }
}

// https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html
const nobody = ["InvalidClientTokenId", "UnrecognizedClientException", "AuthFailure"];
