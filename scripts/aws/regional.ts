import { type AwsAccess, clientConfig } from "./access.js";

/** Clients of one service, a region each; made where they are first asked for. */
export type Regional<T> = (region?: string) => Promise<T>;

export function regional<T>(access: AwsAccess, open: (config: ReturnType<typeof clientConfig>) => Promise<T>): Regional<T> {
  const known = new Map<string, Promise<T>>();
  return (region = access.region) => {
    const client = known.get(region) ?? open(clientConfig({ ...access, region }));
    known.set(region, client);
    return client;
  };
}
