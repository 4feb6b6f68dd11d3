import { describe, expect, it } from "vitest";
import { cluster, ingress } from "../examples/surroundings.js";
import { behindIngress, behindItsOwn, serviceTemplate } from "./service-template.js";

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
    expect(serviceTemplate(behindIngress).resource("aws_ecs_service")["depends_on"]).toContain("aws_lb_listener_rule.api_route");
  });

  it("gets requests at its container's port, and is given time to start", () => {
    expect(serviceTemplate({ ...behindIngress, healthCheckGraceSeconds: 90 }).resource("aws_ecs_service")).toMatchObject({
      load_balancer: [{ target_group_arn: "${aws_lb_target_group.api_target_group.arn}", container_name: "app", container_port: 8080 }],
      health_check_grace_period_seconds: 90,
    });
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

  it("can be destroyed, with its logs and its service, once nothing is protected", () => {
    const template = serviceTemplate({ ...behindItsOwn, protect: false });
    expect(template).toHaveResource("aws_lb", { enable_deletion_protection: false, lifecycle: { prevent_destroy: false } });
    for (const type of ["aws_s3_bucket", "aws_ecs_service", "aws_cloudwatch_log_group"])
      expect(template).toHaveResource(type, { lifecycle: { prevent_destroy: false } });
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
