import type { Draft } from "./draft.js";
import type { AccountConfig, EstateConfig } from "./estate-schema.js";
import { isMap } from "./parse.js";
import type { DataProblem } from "./problem.js";

/** What the estate says of its archive, as far as it is right. */
export interface Archiving {
  readonly logArchive?: EstateConfig["logArchive"];
  readonly keepFormerLogs?: EstateConfig["keepFormerLogs"] | undefined;
  readonly accounts: Readonly<Record<string, Pick<AccountConfig, "region" | "emulatorOnly">>>;
}

/** Flow logs that are to go to an archive want one. */
export function loggingProblems({ values: { account = "", network } }: Draft, { logArchive, accounts }: Archiving): DataProblem[] {
  const destination = network?.flowLogs.destination;
  if (destination !== "archive" && destination !== "both") return [];
  const problem = (wrong: string, fix: string) => [{ path: ["network", "flowLogs", "destination"], value: destination, wrong, fix }];
  if (logArchive === undefined)
    return problem("wants an archive, and the estate has none", 'name its account as "logArchive" in estate.yaml');
  if (accounts[account]?.emulatorOnly === true) return problem("wants an archive, and the emulator has none", 'give "cloudwatch"');
  return [];
}

/** What a file says of how long logs are kept, and the archive says better. */
export function loggingNotices({ values, file }: Draft, { logArchive, keepFormerLogs, accounts }: Archiving): string[] {
  const archive = accounts[logArchive ?? ""];
  if (archive === undefined || keepFormerLogs === true || accounts[values.account ?? ""]?.emulatorOnly === true) return [];
  const { destination = "archive", keepLogGroup } = values.network?.flowLogs ?? {};
  const moot = [
    ...(destination === "archive" && keepLogGroup !== true ? [["network", "flowLogs", "retentionDays"]] : []),
    // a load balancer writes to a bucket of its own region alone
    ...(archive.region === values.region ? [["ingress", "logsExpireAfterDays"]] : []),
  ];
  return moot
    .filter((path) => isGiven(file.data, path))
    .map((path) => `"${path.join(".")}" has no effect: these logs go to the archive of "${logArchive}", which says how long; take it out`);
}

function isGiven(data: unknown, path: readonly string[]): boolean {
  return path.reduce<unknown>((value, key) => (isMap(value) ? value[key] : undefined), data) !== undefined;
}
