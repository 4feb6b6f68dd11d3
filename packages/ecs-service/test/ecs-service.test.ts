import type { ServiceContract } from "@groundplan/core";
import type { Template } from "@groundplan/testing";
import { synthesize } from "@groundplan/testing";
import { TerraformOutput, Token } from "cdktf";
import { describe, expect, it } from "vitest";
import { cluster, ingress } from "../examples/surroundings.js";
import { worker } from "../examples/worker.js";
import { EcsService } from "../src/index.js";
import { behindIngress, behindItsOwn, serviceTemplate } from "./service-template.js";

const service = (template: Template) => template.resource("aws_ecs_service");

describe("a service with an image and nothing else", () => {
  it("runs two tasks in private subnets, goes back where new ones fail, and can be destroyed by no plan", () => {
    expect(service(serviceTemplate())).toMatchObject({
      name: "shop-prod-api",
      desired_count: 2,
      network_configuration: {
        subnets: ["subnet-0123456789abcdef2", "subnet-0123456789abcdef3"],
        security_groups: ["${aws_security_group.api.id}"],
        assign_public_ip: false,
      },
      capacity_provider_strategy: [{ capacity_provider: "FARGATE", base: 0, weight: 1 }],
      deployment_controller: { type: "ECS" },
      deployment_circuit_breaker: { enable: true, rollback: true },
      availability_zone_rebalancing: "ENABLED",
      enable_execute_command: false,
      lifecycle: { prevent_destroy: true },
    });
  });

  it("has neither a load balancer, nor scaling, nor CodeDeploy, nor a parameter", () => {
    const { addresses } = serviceTemplate();
    expect(addresses.filter((address) => /^aws_(lb|appautoscaling|codedeploy|ssm)/.test(address))).toEqual([]);
    expect(service(serviceTemplate())).not.toHaveProperty("load_balancer");
    expect(service(serviceTemplate())).not.toHaveProperty("health_check_grace_period_seconds");
  });

  it("reaches HTTPS and no other port, and nobody reaches it", () => {
    const template = serviceTemplate();
    const rules = Object.values(template.resources("aws_vpc_security_group_egress_rule"));
    expect(rules.map(({ from_port, to_port }) => [from_port, to_port])).toEqual([
      [443, 443],
      [443, 443],
    ]);
    expect(template.resources("aws_vpc_security_group_ingress_rule")).toEqual({});
  });

  it("is the contract that a stack publishes", () => {
    const template = synthesize((stack) => {
      const base = { name: "shop-api", accountId: "111111111111", region: "eu-west-1", image: "nginx:1.27" };
      const network = { vpcId: "vpc-0a1b", privateSubnetIds: ["subnet-0a1b"] };
      const parameterName = "/shop/api";
      const made: ServiceContract = new EcsService(stack, "api", { ...base, network, cluster, parameterName });
      const { serviceName, clusterName, taskRoleArn, securityGroupId } = made;
      const value = { serviceName, clusterName, parameterName: made.parameterName, taskRoleArn, securityGroupId };
      new TerraformOutput(stack, "contract", { value, staticId: true });
    });
    expect(template).toHaveOutput("contract", {
      serviceName: "${aws_ecs_service.api.name}",
      clusterName: "shop-prod",
      parameterName: "${aws_ssm_parameter.api_deployment.name}",
      taskRoleArn: "${aws_iam_role.api_task_task.arn}",
      securityGroupId: "${aws_security_group.api.id}",
    });
  });
});

describe("a service behind the shared load balancer", () => {
  it("is let in from the load balancer's group alone, at its port", () => {
    const rules = serviceTemplate(behindIngress).resources("aws_vpc_security_group_ingress_rule");
    expect(rules).toMatchObject({
      api_load_balancer: {
        security_group_id: "${aws_security_group.api.id}",
        referenced_security_group_id: ingress.securityGroupId,
        from_port: 8080,
        to_port: 8080,
      },
    });
    expect(Object.keys(rules)).toHaveLength(1);
  });

  it("has a rule for its hosts with the priority given, and a record for each", () => {
    const template = serviceTemplate({ ...behindIngress, paths: ["/v1/*"] });
    expect(template).toHaveResource("aws_lb_listener_rule", { listener_arn: ingress.httpsListenerArn, priority: 100 });
    expect(template.resource("aws_lb_listener_rule")["condition"]).toEqual([
      { host_header: { values: ["api.shop.example.com"] } },
      { path_pattern: { values: ["/v1/*"] } },
    ]);
    expect(template).toHaveResource("aws_route53_record", { name: "api.shop.example.com", zone_id: "Z0123456789ABCDEFGHIJ" });
  });

  it("waits for its rule, since ECS refuses a target group without a load balancer", () => {
    expect(service(serviceTemplate(behindIngress))["depends_on"]).toContain("aws_lb_listener_rule.api_route");
  });

  it("says what it lacks where nothing is wired", () => {
    expect(() => serviceTemplate({ ...behindIngress, sharedLoadBalancer: undefined })).toThrow(
      'test/api:\n  "sharedLoadBalancer" is missing; give the load balancer that "loadBalancer" shared speaks of',
    );
    expect(() => serviceTemplate({ ...behindItsOwn, zone: undefined })).toThrow(
      '"zone" is missing; give the hosted zone of "hosts", or a certificate that exists already as "certificate"',
    );
    expect(() =>
      serviceTemplate({ ...behindIngress, sharedLoadBalancer: { ...ingress, testListenerArn: "" }, deployment: { kind: "canary" } }),
    ).toThrow('"sharedLoadBalancer" is missing; give one with a test listener, or set "testListener" to off');
    const bare = { clusterArn: cluster.clusterArn, clusterName: cluster.clusterName };
    expect(() => serviceTemplate({ port: 8080, serviceConnect: {}, cluster: bare })).toThrow('give a cluster with a "namespaceArn"');
    expect(() => serviceTemplate({ executeCommand: "on", readOnlyRoot: false, cluster: bare })).toThrow("give a cluster that logs");
  });
});

describe("a public load balancer of the service's own", () => {
  it("speaks HTTPS with a certificate of its hosts, behind a web ACL, and logs to a bucket", () => {
    const template = serviceTemplate({ ...behindItsOwn, hosts: ["api.shop.example.com", "*.api.shop.example.com"] });
    expect(template).toHaveResource("aws_acm_certificate", {
      domain_name: "api.shop.example.com",
      subject_alternative_names: ["*.api.shop.example.com"],
    });
    expect(template).toHaveResource("aws_wafv2_web_acl_association", { resource_arn: "${aws_lb.api_load_balancer.arn}" });
    expect(template).toHaveResource("aws_lb", { internal: false, enable_deletion_protection: true, lifecycle: { prevent_destroy: true } });
    expect(template).toHaveResource("aws_s3_bucket", { bucket: "shop-prod-api-logs-111111111111-eu-west-1" });
    expect(Object.keys(template.resources("aws_route53_record"))).toEqual(
      expect.arrayContaining(["api_alias_api_shop_example_com_a", "api_alias_wildcard_api_shop_example_com_a"]),
    );
  });

  it("takes what is wired, and makes none of it", () => {
    const template = serviceTemplate({
      ...behindItsOwn,
      certificate: { certificateArn: "arn:aws:acm:eu-west-1:111111111111:certificate/0" },
      logBucket: { bucketName: "logs", bucketArn: "arn:aws:s3:::logs" },
      webAcl: { webAclArn: "arn:aws:wafv2:eu-west-1:111111111111:regional/webacl/shop/0" },
    });
    for (const type of ["aws_acm_certificate", "aws_s3_bucket", "aws_wafv2_web_acl"]) expect(template.resources(type)).toEqual({});
    expect(template).toHaveResource("aws_wafv2_web_acl_association", {
      web_acl_arn: "arn:aws:wafv2:eu-west-1:111111111111:regional/webacl/shop/0",
    });
  });

  it("has neither web ACL nor logs where both are off", () => {
    const template = serviceTemplate({ ...behindItsOwn, ownWebAcl: "off", ownLoadBalancer: { logs: "off" } });
    expect(template.resources("aws_wafv2_web_acl_association")).toEqual({});
    expect(template.resources("aws_s3_bucket")).toEqual({});
  });

  it("has a test listener under CodeDeploy alone", () => {
    expect(Object.keys(serviceTemplate(behindItsOwn).resources("aws_lb_listener"))).toEqual([
      "api_load_balancer_http",
      "api_load_balancer_https",
    ]);
    const canary = serviceTemplate({ ...behindItsOwn, deployment: { kind: "canary" }, testListener: { port: 9443 } });
    expect(canary).toHaveResourceAt("aws_lb_listener.api_load_balancer_test", { port: 9443 });
  });
});

describe("what a service may reach", () => {
  it("grows by peers that are wired, and by those that it is connected to later", () => {
    const template = synthesize((stack) => {
      const network = { vpcId: "vpc-0a1b", privateSubnetIds: ["subnet-0a1b"] };
      const made = new EcsService(stack, "api", {
        name: "shop-api",
        accountId: "111111111111",
        region: "eu-west-1",
        image: "nginx:1.27",
        cluster,
        network,
        peers: { cache: { group: { securityGroupId: "sg-cache" }, port: 6379 } },
      });
      made.connectTo("database", { securityGroupId: "sg-database" }, 5432);
    });
    expect(template).toHaveResourceAt("aws_vpc_security_group_egress_rule.api_cache", {
      referenced_security_group_id: "sg-cache",
      from_port: 6379,
    });
    expect(template).toHaveResourceAt("aws_vpc_security_group_ingress_rule.api_database", {
      security_group_id: "sg-database",
      referenced_security_group_id: "${aws_security_group.api.id}",
      from_port: 5432,
    });
  });
});

describe("scaling", () => {
  const scaling = { min: 2, max: 9, cpuPercent: 50, memoryPercent: 70, requestsPerTarget: 100, scaleInCooldownSeconds: 600 } as const;

  it("follows CPU, memory and requests, and Terraform leaves the number alone", () => {
    const template = serviceTemplate({ ...behindIngress, scaling });
    expect(template).toHaveResource("aws_appautoscaling_target", {
      resource_id: "service/shop-prod/${aws_ecs_service.api.name}",
      min_capacity: 2,
      max_capacity: 9,
    });
    expect(Object.keys(template.resources("aws_appautoscaling_policy"))).toEqual(["api_cpu", "api_memory", "api_requests"]);
    expect(template.resource("aws_appautoscaling_policy", "api_requests")["target_tracking_scaling_policy_configuration"]).toEqual({
      predefined_metric_specification: {
        predefined_metric_type: "ALBRequestCountPerTarget",
        resource_label: `${ingress.loadBalancerArnSuffix}/\${aws_lb_target_group.api_target_group.arn_suffix}`,
      },
      target_value: 100,
      scale_in_cooldown: 600,
      scale_out_cooldown: 60,
    });
    expect(service(template)).toMatchObject({ desired_count: 2, lifecycle: { ignore_changes: ["desired_count"] } });
  });

  it("follows a queue by the messages that wait for each running task", () => {
    const policy = synthesize((stack) => void worker(stack)).resource("aws_appautoscaling_policy", "mailer_queue");
    const { customized_metric_specification, target_value } = policy["target_tracking_scaling_policy_configuration"] as Record<
      string,
      { metrics: { id: string; expression?: string; return_data: boolean }[] }
    >;
    expect(target_value).toBe(100);
    expect(customized_metric_specification?.metrics.map(({ id, return_data }) => [id, return_data])).toEqual([
      ["perTask", true],
      ["waiting", false],
      ["tasks", false],
    ]);
    expect(customized_metric_specification?.metrics[0]?.expression).toBe("waiting / IF(FILL(tasks, 0) > 0, FILL(tasks, 0), 1)");
  });

  it("has other bounds at other times", () => {
    const schedules = { night: { schedule: "cron(0 22 * * ? *)", timezone: "Europe/Berlin", min: 1, max: 2 } };
    expect(serviceTemplate({ scaling: { min: 2, max: 4, schedules } })).toHaveResourceAt("aws_appautoscaling_scheduled_action.api_night", {
      schedule: "cron(0 22 * * ? *)",
      timezone: "Europe/Berlin",
      scalable_target_action: { min_capacity: "1", max_capacity: "2" },
    });
  });
});

describe("Service Connect", () => {
  it("offers the port by the service's name, and logs beside the containers", () => {
    const template = serviceTemplate({ port: 8080, appProtocol: "http", serviceConnect: { dnsName: "api", port: 80 } });
    expect(service(template)["service_connect_configuration"]).toMatchObject({
      enabled: true,
      namespace: cluster.namespaceArn,
      service: [
        {
          port_name: "app",
          discovery_name: "shop-prod-api",
          client_alias: { dns_name: "api", port: 80 },
          timeout: { idle_timeout_seconds: 3600, per_request_timeout_seconds: 15 },
        },
      ],
      log_configuration: { options: { "awslogs-group": "${aws_cloudwatch_log_group.api_task.name}" } },
    });
  });

  it("finds others without being found, as a client", () => {
    const { service_connect_configuration } = service(serviceTemplate({ serviceConnect: { role: "client" } }));
    expect(service_connect_configuration).not.toHaveProperty("service");
  });
});

describe("execute-command", () => {
  it("gives the task what the agent needs, and logs what is typed", () => {
    const template = serviceTemplate({ executeCommand: "on", readOnlyRoot: false });
    expect(service(template)).toMatchObject({
      enable_execute_command: true,
      depends_on: expect.arrayContaining(["aws_iam_role_policy.api_task_task_execute_command"]),
    });
    const sids = template.iamStatements().map(({ statement }) => statement.Sid);
    expect(sids).toEqual(expect.arrayContaining(["OpensChannels", "LogsWhatIsTyped", "ReadsTheSession"]));
  });
});

describe("tokens", () => {
  it("pass where they only pass through", () => {
    const template = serviceTemplate({
      desiredCount: Token.asNumber("${var.count}"),
      network: { vpcId: "${var.vpc}", privateSubnetIds: Token.asList("${var.subnets}") },
      image: "${var.image}",
      repositories: [],
    });
    expect(service(template)).toMatchObject({ desired_count: "${var.count}" });
  });

  it("are refused where a resource depends on them", () => {
    expect(() => serviceTemplate({ name: "${var.name}" })).toThrow("must be known at synth: other names are made from it");
  });
});

describe("overrides", () => {
  it("win over what the module says", () => {
    const template = serviceTemplate({
      ...behindIngress,
      overrides: { service: { platformVersion: "1.4.0" }, targetGroup: { slowStart: 60 }, securityGroup: { description: "ours" } },
    });
    expect(service(template)).toMatchObject({ platform_version: "1.4.0" });
    expect(template).toHaveResource("aws_lb_target_group", { slow_start: 60 });
    expect(template).toHaveResource("aws_security_group", { description: "ours" });
  });
});
