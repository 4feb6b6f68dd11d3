import type { CrossProblem } from "@groundplan/core/schema";
import type { DatabaseConfig } from "../schema/database.js";
import { shapeOf } from "../shape.js";

/** What AWS refuses beside a secret that it manages. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html#rds-secrets-manager-limitations */
export function masterProblems(config: DatabaseConfig): CrossProblem[] {
  const { master, replicas, globalCluster, upgrades } = config;
  if (master.secret !== "managed") return [];
  const isInstance = shapeOf(config) === "instance";
  const refused = [
    ...(isInstance && Object.keys(replicas).length > 0 ? ["replicas"] : []),
    ...(globalCluster === undefined ? [] : ["globalCluster"]),
    ...(isInstance && upgrades.how === "blueGreen" ? ["upgrades.how"] : []),
  ];
  return [
    ...refused.map((feature) => ({
      path: ["master", "secret"],
      value: master.secret,
      message: `does not go with "${feature}", which AWS refuses then; give "writeOnly", as the README's "From one password to the other" says`,
    })),
    ...(master.rotateAfterDays === "off"
      ? [
          {
            path: ["master", "rotateAfterDays"],
            value: "off",
            message:
              'cannot be said by version 5 of the AWS provider, 6.62 is the first that can; give days, up to 1000, or "master.secret" writeOnly',
          },
        ]
      : []),
  ];
}

// https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/blue-green-deployments-considerations.html
export function blueGreenProblems(config: DatabaseConfig): CrossProblem[] {
  const { upgrades, replicas, proxy } = config;
  if (upgrades.how !== "blueGreen") return [];
  const problem = (feature: string): CrossProblem => ({
    path: ["upgrades", "how"],
    value: upgrades.how,
    message: `does not go with "${feature}"; take that out for the time of the upgrade, or give "inPlace"`,
  });
  return [
    ...(Object.keys(replicas).length > 0 && shapeOf(config) === "instance" ? [problem("replicas")] : []),
    ...(proxy === "off" ? [] : [problem("proxy")]),
  ];
}

// https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_StopInstance.html
// https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-cluster-stop-start.html
export function scheduleProblems(config: DatabaseConfig): CrossProblem[] {
  const { schedule, replicas, globalCluster } = config;
  if (schedule === "off") return [];
  const problem = (feature: string): CrossProblem[] => [
    {
      path: ["schedule"],
      value: undefined,
      message: `does not go with "${feature}", beside which AWS never stops it; take one of them out`,
    },
  ];
  if (globalCluster !== undefined) return problem("globalCluster");
  return shapeOf(config) === "instance" && Object.keys(replicas).length > 0 ? problem("replicas") : [];
}

/** What stands in the second region, and there is none; or it is the first. */
export function regionProblems(config: DatabaseConfig): CrossProblem[] {
  const { secondRegion, region } = config;
  const asked = placesInSecondRegion(config);
  if (secondRegion === undefined) {
    return asked.slice(0, 1).map((feature) => ({
      path: ["secondRegion"],
      value: undefined,
      message: `is missing, and "${feature}" stands there; give a region, and wire "replicaProvider"`,
    }));
  }
  if (secondRegion === region) return [{ path: ["secondRegion"], value: secondRegion, message: "is the database's own; give another one" }];
  return asked.length > 0
    ? []
    : [
        {
          path: ["secondRegion"],
          value: secondRegion,
          message: 'holds nothing; take it out, or give "globalCluster", a replica or a copy',
        },
      ];
}

/** The fields that put something into the second region. */
export function placesInSecondRegion({ replicas, globalCluster, backups, backupPlan }: DatabaseConfig): readonly string[] {
  return [
    ...Object.entries(replicas).flatMap(([name, { inSecondRegion }]) => (inSecondRegion ? [`replicas.${name}.inSecondRegion`] : [])),
    ...(globalCluster === undefined ? [] : ["globalCluster"]),
    ...(backups.inSecondRegionDays === "off" ? [] : ["backups.inSecondRegionDays"]),
    ...(backupPlan !== "off" && backupPlan.copyDays !== "off" ? ["backupPlan.copyDays"] : []),
  ];
}

/** What a replica of Aurora cannot be of its own. */
export function replicaProblems(config: DatabaseConfig): CrossProblem[] {
  if (shapeOf(config) !== "aurora") return [];
  return Object.entries(config.replicas).flatMap(([name, { inSecondRegion, multiAz }]) => [
    ...(inSecondRegion
      ? [{ path: ["replicas", name, "inSecondRegion"], value: true, message: 'is not for Aurora; take it out, and give "globalCluster"' }]
      : []),
    ...(multiAz
      ? [{ path: ["replicas", name, "multiAz"], value: true, message: "is not for Aurora, whose storage is in three AZs; take it out" }]
      : []),
  ]);
}
