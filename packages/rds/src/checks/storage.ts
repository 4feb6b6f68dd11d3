import type { CrossProblem } from "@groundplan/core/schema";
import type { DatabaseConfig } from "../schema/database.js";
import { isSized, type Storage } from "../schema/storage.js";
import { type Shape, shapeOf, storageOf } from "../shape.js";

/** From here on gp3 is striped, and can be given more. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html#gp3-storage */
const stripedGib = 400;

/** What striped gp3 has by itself, and what it must be given at least. */
export const stripedBaseline = { iops: 12_000, throughputMibps: 500 } as const;

const sized: readonly Storage["type"][] = ["gp3", "io2"];

export function storageProblems(config: DatabaseConfig): CrossProblem[] {
  const storage = storageOf(config);
  return [...typeProblems(storage, shapeOf(config)), ...sizeProblems(storage, shapeOf(config)), ...speedProblems(storage)];
}

function typeProblems({ type }: Storage, shape: Shape): CrossProblem[] {
  const goes = sized.includes(type) === (shape !== "aurora");
  if (goes) return [];
  const message =
    shape === "aurora"
      ? 'is not for Aurora; give "aurora" or "aurora-iopt1", or leave "storage" out'
      : 'is for Aurora alone; give "gp3" or "io2"';
  return [{ path: ["storage", "type"], value: type, message }];
}

// https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.Autoscaling.html
function sizeProblems(storage: Storage, shape: Shape): CrossProblem[] {
  if (!isSized(storage) || storage.maxGib === undefined || storage.maxGib === "off") return [];
  const problem = (message: string): CrossProblem[] => [{ path: ["storage", "maxGib"], value: storage.maxGib, message }];
  if (shape === "multiAzCluster")
    return problem('is not for readable standbys, whose storage never grows by itself; take it out, and raise "gib"');
  const least = Math.ceil((storage.gib * 11) / 10);
  return storage.maxGib < least ? problem(`is less than a tenth more than "gib" ${storage.gib}; give at least ${least}, or "off"`) : [];
}

function speedProblems(storage: Storage): CrossProblem[] {
  if (storage.type === "gp3") return gp3Problems(storage);
  return storage.type === "io2" ? io2Problems(storage) : [];
}

// https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html#gp3-storage
function gp3Problems({ gib, iops, throughputMibps }: Extract<Storage, { type: "gp3" }>): CrossProblem[] {
  const problem = (field: "iops" | "throughputMibps", value: number, message: string) => ({ path: ["storage", field], value, message });
  if (gib < stripedGib) {
    const message = `needs ${stripedGib} GiB, and there are ${gib}; take it out, or raise "storage.gib"`;
    return [
      ...(iops === undefined ? [] : [problem("iops", iops, message)]),
      ...(throughputMibps === undefined ? [] : [problem("throughputMibps", throughputMibps, message)]),
    ];
  }
  const operations = iops === undefined ? stripedBaseline.iops : iops;
  const most = Math.floor(operations / 4);
  return [
    ...(iops !== undefined && iops < stripedBaseline.iops
      ? [problem("iops", iops, `is less than ${gib} GiB have by themselves; give at least ${stripedBaseline.iops}, or take it out`)]
      : []),
    ...(iops !== undefined && iops > gib * 500 ? [problem("iops", iops, `is more than 500 a GiB; give at most ${gib * 500}`)] : []),
    ...(throughputMibps !== undefined && throughputMibps < stripedBaseline.throughputMibps
      ? [
          problem(
            "throughputMibps",
            throughputMibps,
            `is less than ${gib} GiB have by themselves; give at least ${stripedBaseline.throughputMibps}, or take it out`,
          ),
        ]
      : []),
    ...(throughputMibps !== undefined && throughputMibps > most
      ? [
          problem(
            "throughputMibps",
            throughputMibps,
            `is more than a quarter of ${operations} "iops"; give at most ${most}, or more "iops"`,
          ),
        ]
      : []),
  ];
}

// https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html#USER_PIOPS.io2
function io2Problems({ gib, iops }: Extract<Storage, { type: "io2" }>): CrossProblem[] {
  return iops > gib * 1000
    ? [{ path: ["storage", "iops"], value: iops, message: `is more than 1000 a GiB; give at most ${gib * 1000}, or more "gib"` }]
    : [];
}
