import { EcsService } from "@groundplan/ecs-service";
import { DatabaseUser } from "@groundplan/rds";
import type { TerraformStack } from "cdktf";
import { shop } from "./newcomer.js";
import { cluster, network, place } from "./surroundings.js";

/** A service that connects by IAM, as a user of its own. */
export function api(stack: TerraformStack): EcsService {
  const database = shop(stack);
  const user = new DatabaseUser(stack, "api-main", {
    ...place,
    name: "shop-prod-api-main",
    engine: "postgres",
    userName: "api",
    parameterName: "/shop/prod/service/api/task/main-user",
    database,
    cluster,
    network,
  });
  const service = new EcsService(stack, "api", {
    ...place,
    name: "shop-prod-api",
    image: "111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop/api:1.4.2",
    environment: { ...user.environment },
    secrets: { ...user.secrets },
    cluster,
    network,
  });
  user.attach(service);
  return service;
}
