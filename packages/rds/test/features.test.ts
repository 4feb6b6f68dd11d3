import { describe, expect, it } from "vitest";
import { features } from "../src/config.js";
import { aurora, problems, replica, standbys } from "./problems.js";

describe("what an engine cannot do", () => {
  const asked: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    size: { size: { minAcu: 1, maxAcu: 2 } },
    availability: standbys,
    replicas: replica,
    globalCluster: { globalCluster: {}, secondRegion: "eu-central-1", master: { secret: "writeOnly" } },
    "backups.inSecondRegionDays": { backups: { inSecondRegionDays: 7 }, secondRegion: "eu-central-1" },
    schedule: { schedule: { stop: "cron(0 20 * * ? *)", start: "cron(0 7 * * ? *)" } },
    "upgrades.how": { upgrades: { how: "blueGreen" }, master: { secret: "writeOnly" } },
  };
  const shapes = {
    instance: { engine: "postgres", version: "17" },
    multiAzCluster: { engine: "postgres", version: "17", ...standbys },
    aurora,
  } as const;
  const pairs = features.flatMap((feature) =>
    (["instance", "multiAzCluster", "aurora"] as const)
      // an instance with readable standbys is the other shape
      .filter((shape) => !(feature.path[0] === "availability" && shape === "instance"))
      .map((shape) => ({ name: feature.path.join("."), shape, goes: feature.goesWith.includes(shape) })),
  );

  it.each(pairs)("$name with $shape: $goes", ({ name, shape, goes }) => {
    const told = problems({ ...shapes[shape], ...asked[name] }).filter((problem) => problem.startsWith(`${name}: does not go with`));
    expect(told.length > 0).toBe(!goes);
  });

  it("has MariaDB without readable standbys", () => {
    expect(problems({ engine: "mariadb", version: "11.8", ...standbys })).toContain(
      'availability: does not go with MariaDB; give "standby", and name more instances in "replicas"',
    );
  });
});
