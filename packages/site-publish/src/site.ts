import { type SiteParameter, siteParameter } from "@groundplan/site-edge";
import type { Clients } from "./clients.js";
import { InputError } from "./failure.js";

/** How a site is published: what its stack wrote down in SSM. */
export type Site = Readonly<SiteParameter>;

/**
 * Reads a site's SSM parameter.
 *
 * @param name such as `/shop/prod/site/docs`: the module's output `parameterName`
 * @throws {InputError} where there is none, or it says something else
 */
export async function readSite(clients: Pick<Clients, "ssm">, name: string): Promise<Site> {
  const text = await parameterText(clients, name);
  if (text === undefined) {
    throw new InputError(
      `there is no SSM parameter "${name}" in this account and region; apply the site's stack first, or give its region`,
    );
  }
  const parsed = siteParameter.safeParse(asJson(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new InputError(
    `the SSM parameter "${name}" does not say how a site is published ("${issue?.path.join(".")}": ${issue?.message}); apply the site's stack again`,
  );
}

async function parameterText(clients: Pick<Clients, "ssm">, name: string): Promise<string | undefined> {
  const ssm = await clients.ssm();
  try {
    const { Parameter: parameter } = await ssm.getParameter({ Name: name });
    return parameter?.Value;
  } catch (error) {
    if (error instanceof Error && error.name === "ParameterNotFound") return undefined;
    throw error;
  }
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
