import type { AppautoscalingTarget } from "@cdktf/provider-aws/lib/appautoscaling-target/index.js";
import type { EcsService as AwsEcsService } from "@cdktf/provider-aws/lib/ecs-service/index.js";
import type { SecurityGroup as AwsSecurityGroup } from "@cdktf/provider-aws/lib/security-group/index.js";
import { checkProps, type SecurityGroup, type ServiceContract } from "@groundplan/core";
import type { FargateTask } from "@groundplan/fargate-task";
import { allowHttpsOut, type ConnectionRules, connect, makeSecurityGroup } from "@groundplan/security-group";
import { Construct } from "constructs";
import { makeService } from "./aws-service.js";
import type { Blueprint, EcsServiceWiring } from "./blueprint.js";
import { type Codedeploy, makeCodedeploy } from "./codedeploy.js";
import { schemas } from "./config.js";
import { executeCommandStatements } from "./execute-command.js";
import { tellFailures } from "./failure-events.js";
import { metricsOf } from "./metrics.js";
import type { EcsServiceOverrides } from "./overrides.js";
import type { EcsServiceData } from "./props.generated.js";
import { makeScaling } from "./scaling.js";
import { makeAlarms, type ServiceAlarms } from "./service-alarms.js";
import { makeServiceDashboard } from "./service-dashboard.js";
import { tellPipelines } from "./service-parameter.js";
import { makeOtherTasks, makeTask } from "./task.js";
import { makeTraffic, type Traffic } from "./traffic.js";

/** What an EcsService is made from: its data, and what it is wired to. */
export interface EcsServiceProps extends EcsServiceData, EcsServiceWiring {
  /** What the props don't cover, in the resources' own words. */
  readonly overrides?: EcsServiceOverrides | undefined;
}

/**
 * A container that runs in private subnets: behind HTTPS or as a worker, with deployments that roll back, scaling, alarms, and roles
 * that may do what is named.
 *
 * Cost: its tasks (about 9 USD a month each for `.25 vCPU` and 0.5 GB); a load balancer of its own some 18 USD, its web ACL 10 USD;
 * alarms 0.10 USD a metric, a dashboard 3 USD beyond three; a key of its own 1 USD a month.
 *
 * @example new EcsService(this, "api", { name: "shop-prod-api", accountId, region, image, port: 8080, cluster, network })
 * @throws {PropsError} where the props do not fit the schema: all problems at once; or what it needs to be wired to is missing
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_services.html
 */
export class EcsService extends Construct implements ServiceContract {
  readonly serviceName: string;
  readonly serviceArn: string;
  readonly clusterName: string;
  /** Empty where the data names no parameter. */
  readonly parameterName: string;
  readonly securityGroupId: string;
  readonly taskRoleArn: string;
  /** The first of `hosts`, with `https://` before it; `undefined` without hosts. */
  readonly url: string | undefined;

  /** Grants the containers what they may use: `service.task.grantBucket("uploads", bucket, "readWrite")`. */
  readonly task: FargateTask;
  readonly service: AwsEcsService;
  readonly securityGroup: AwsSecurityGroup;
  readonly traffic: Traffic | undefined;
  readonly scaling: AppautoscalingTarget | undefined;
  readonly codedeploy: Codedeploy | undefined;
  readonly alarms: ServiceAlarms;

  constructor(scope: Construct, id: string, props: EcsServiceProps) {
    super(scope, id);
    const blueprint = blueprintOf(this, props);
    const { config, wiring } = blueprint;

    this.securityGroup = makeGroup(blueprint);
    this.securityGroupId = this.securityGroup.id;
    allowHttpsOut(this, this);
    for (const [name, { group, port }] of Object.entries(wiring.peers ?? {})) this.connectTo(name, group, port);

    this.task = makeTask(blueprint);
    const shell = config.executeCommand === "on" ? [this.task.grant("execute-command", ...executeCommandStatements(blueprint))] : [];
    this.traffic = makeTraffic(blueprint, this);
    const metrics = metricsOf(blueprint, this.traffic);
    this.alarms = makeAlarms(blueprint, metrics);
    makeServiceDashboard(blueprint, { metrics, alarms: this.alarms });
    const rollbackAlarms = config.deployment.rollbackOnAlarms ? this.alarms.ofRequests.map(({ alarmName }) => alarmName) : [];
    this.service = makeService(blueprint, {
      task: this.task,
      securityGroup: this,
      traffic: this.traffic,
      rollbackAlarms,
      dependsOn: [...shell, ...(this.traffic === undefined ? [] : [this.traffic.route.rule])],
    });
    this.codedeploy = makeCodedeploy(blueprint, { service: this.service, task: this.task, traffic: this.traffic, rollbackAlarms });
    this.scaling = makeScaling(blueprint, this.service, this.traffic);
    makeOtherTasks(blueprint, this.task, this);
    tellFailures(blueprint, this.service, this.codedeploy);
    const parameter = tellPipelines(blueprint, {
      task: this.task,
      securityGroup: this,
      service: this.service,
      codedeploy: this.codedeploy,
    });

    this.serviceName = this.service.name;
    this.serviceArn = this.service.id;
    this.clusterName = wiring.cluster.clusterName;
    this.parameterName = parameter === undefined ? "" : parameter.name;
    this.taskRoleArn = this.task.taskRoleArn;
    this.url = config.hosts[0] === undefined ? undefined : `https://${config.hosts[0]}`;
  }

  /**
   * Lets the service reach a peer, by rules in the service's own stack.
   *
   * @param name ends the rules' addresses
   * @example service.connectTo("database", database, 5432)
   */
  connectTo(name: string, peer: SecurityGroup, port: number): ConnectionRules {
    return connect(this, { name, from: this, to: peer, port, description: `${name} of ${this.node.id}` });
  }
}

function blueprintOf(module: EcsService, props: EcsServiceProps): Blueprint {
  const {
    cluster,
    network,
    sharedLoadBalancer,
    zone,
    certificate,
    logBucket,
    webAcl,
    alarmTopic,
    encryptionKey,
    repositories,
    peers,
    overrides = {},
    ...data
  } = props;
  const wiring: EcsServiceWiring = {
    cluster,
    network,
    sharedLoadBalancer,
    zone,
    certificate,
    logBucket,
    webAcl,
    alarmTopic,
    encryptionKey,
    repositories,
    peers,
  };
  return { module, config: checkProps(module, schemas.EcsService, data), wiring, overrides };
}

function makeGroup({ module, config, wiring, overrides }: Blueprint): AwsSecurityGroup {
  return makeSecurityGroup(module, {
    name: config.name,
    description: `Tasks of ${config.name}`,
    vpc: wiring.network,
    overrides: overrides.securityGroup,
  });
}
