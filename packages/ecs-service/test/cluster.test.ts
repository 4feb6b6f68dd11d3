import type { ClusterContract } from "@groundplan/core";
import { synthesize, type Template } from "@groundplan/testing";
import { TerraformOutput } from "cdktf";
import { describe, expect, it } from "vitest";
import { account, encryptionKey } from "../examples/surroundings.js";
import { clusterNotices, schemas } from "../src/config.js";
import { Cluster, type ClusterProps } from "../src/index.js";

function clusterTemplate(props: Partial<ClusterProps> = {}): Template {
  return synthesize((stack) => void new Cluster(stack, "cluster", { ...account, name: "shop-prod", ...props }));
}

describe("a Cluster", () => {
  it("has the addresses of its version", () => {
    expect(clusterTemplate()).toHaveAddresses("golden/cluster.txt");
  });

  it("has Container Insights, a namespace, and logs what is typed, encrypted on the way and where it lies", () => {
    expect(clusterTemplate({ encryptionKey })).toHaveResource("aws_ecs_cluster", {
      name: "shop-prod",
      setting: [{ name: "containerInsights", value: "enhanced" }],
      service_connect_defaults: { namespace: "${aws_service_discovery_http_namespace.cluster.arn}" },
      configuration: {
        execute_command_configuration: {
          kms_key_id: encryptionKey.keyArn,
          logging: "OVERRIDE",
          log_configuration: {
            cloud_watch_encryption_enabled: true,
            cloud_watch_log_group_name: "${aws_cloudwatch_log_group.cluster_execute_command.name}",
          },
        },
      },
    });
    expect(clusterTemplate({ encryptionKey })).toHaveResource("aws_cloudwatch_log_group", {
      name: "/ecs/shop-prod/execute-command",
      kms_key_id: encryptionKey.keyArn,
      retention_in_days: 365,
      lifecycle: { prevent_destroy: true },
    });
  });

  it("makes a key of its own where none is given", () => {
    expect(clusterTemplate()).toHaveResource("aws_kms_alias", { name: "alias/shop-prod-execute-command" });
    expect(clusterTemplate({ encryptionKey }).resources("aws_kms_key")).toEqual({});
  });

  it("offers Fargate and Fargate Spot, and shares tasks out as it is told", () => {
    expect(clusterTemplate({ capacity: { base: 1, fargate: 1, spot: 3 } })).toHaveResource("aws_ecs_cluster_capacity_providers", {
      capacity_providers: ["FARGATE", "FARGATE_SPOT"],
      default_capacity_provider_strategy: [
        { capacity_provider: "FARGATE", base: 1, weight: 1 },
        { capacity_provider: "FARGATE_SPOT", base: 0, weight: 3 },
      ],
    });
    expect(clusterTemplate({ capacity: { fargate: 0, spot: 1 } })).toHaveResource("aws_ecs_cluster_capacity_providers", {
      default_capacity_provider_strategy: [{ capacity_provider: "FARGATE_SPOT", base: 0, weight: 1 }],
    });
  });

  it("is the contract that services ask for, once its capacity is there", () => {
    const template = synthesize((stack) => {
      const made: ClusterContract = new Cluster(stack, "cluster", { ...account, name: "shop-prod", encryptionKey });
      const { clusterArn, clusterName, namespaceArn, executeCommandKeyArn, executeCommandLogGroupArn } = made;
      const value = { clusterArn, clusterName, namespaceArn, executeCommandKeyArn, executeCommandLogGroupArn };
      new TerraformOutput(stack, "contract", { value, staticId: true });
    });
    expect(template).toHaveOutput("contract", {
      clusterName: "${aws_ecs_cluster_capacity_providers.cluster.cluster_name}",
      clusterArn: "arn:aws:ecs:eu-west-1:111111111111:cluster/${aws_ecs_cluster_capacity_providers.cluster.cluster_name}",
      namespaceArn: "${aws_service_discovery_http_namespace.cluster.arn}",
      executeCommandKeyArn: encryptionKey.keyArn,
      executeCommandLogGroupArn: "${aws_cloudwatch_log_group.cluster_execute_command.arn}",
    });
  });

  it("takes arguments that no property covers", () => {
    const template = clusterTemplate({ overrides: { cluster: { tags: { owner: "ours" } } } });
    expect(template).toHaveResource("aws_ecs_cluster", { tags: { owner: "ours" } });
  });

  it("tells what its insights cost where they may be more than is needed", () => {
    const config = schemas.Cluster.parse({ ...account, name: "shop" });
    expect(clusterNotices(config, { production: true })).toEqual([]);
    expect(clusterNotices(config, { production: false })).toHaveLength(1);
  });
});
