import { type Control, type Evidence, made } from "./control.js";

const byProp = (id: string, title: string, prop: string, by: Evidence): Control => ({
  id: `FSBP ${id}`,
  title,
  met: "prop",
  prop,
  by: [by],
});
const byDefault = (id: string, title: string, ...by: readonly Evidence[]): Control => ({ id: `FSBP ${id}`, title, met: "default", by });

const task = (has: Evidence["has"]): Evidence => made("ecs-service", "aws_ecs_task_definition.task", has);
const service = (has: Evidence["has"]): Evidence => made("ecs-service", "aws_ecs_service", has);
const balancer = (has: Evidence["has"]): Evidence => made("load-balancer", "aws_lb", has);

/** AWS's Foundational Security Best Practices, of what the library's modules make. */
export const fsbpModules: readonly Control[] = [
  byProp(
    "EC2.10",
    "EC2 is reached by VPC endpoints",
    "interfaceEndpoints.ec2",
    made("network", "aws_vpc_endpoint.interface_ec2", { service_name: { includes: ".ec2" } }),
  ),
  byDefault("EC2.15", "Subnets do not assign public addresses", made("network", "aws_subnet.public_a", { map_public_ip_on_launch: false })),
  byDefault(
    "EC2.21",
    "Network ACLs do not open ports 22 and 3389 to everybody",
    made("network", "aws_default_network_acl.default", { default_network_acl_id: "set", ingress: "unset" }),
  ),
  byDefault(
    "EC2.170",
    "Launch templates use IMDSv2",
    made("network", "aws_launch_template.nat_a", { "metadata_options.http_tokens": "required" }),
  ),
  byDefault(
    "ECS.1",
    "Task definitions have secure network modes and users",
    task({ network_mode: "awsvpc", container_definitions: { includes: '"user":"1000:1000"' } }),
  ),
  byDefault("ECS.2", "Services have no public addresses", service({ "network_configuration.assign_public_ip": false })),
  byDefault("ECS.3", "Task definitions do not share the host's process namespace", task({ network_mode: "awsvpc", pid_mode: "unset" })),
  byDefault("ECS.4", "Containers run as non-privileged", task({ container_definitions: { includes: '"drop":["ALL"]' } })),
  byDefault(
    "ECS.5",
    "Containers read their root file system alone",
    task({ container_definitions: { includes: '"readonlyRootFilesystem":true' } }),
  ),
  byDefault("ECS.8", "Secrets are no environment variables", task({ container_definitions: { excludes: "AWS_SECRET_ACCESS_KEY" } })),
  byDefault("ECS.9", "Task definitions have a logging configuration", task({ container_definitions: { includes: '"logConfiguration"' } })),
  byDefault("ECS.10", "Fargate services run on the latest platform version", service({ platform_version: "unset" })),
  byDefault("ECS.12", "Clusters have container insights", made("ecs-service", "aws_ecs_cluster", { "setting.0.value": "enhanced" })),
  byDefault(
    "ELB.1",
    "HTTP is redirected to HTTPS",
    made("load-balancer", "aws_lb_listener.http", { "default_action.0.redirect.protocol": "HTTPS" }),
  ),
  byDefault("ELB.4", "Invalid headers are dropped", balancer({ drop_invalid_header_fields: true })),
  byDefault("ELB.5", "Access logs are written", balancer({ "access_logs.enabled": true })),
  byDefault("ELB.6", "Deletion protection is enabled", balancer({ enable_deletion_protection: true })),
  byDefault("ELB.12", "Desync mitigation is defensive or stricter", balancer({ desync_mitigation_mode: "defensive" })),
  byDefault("ELB.13", "Load balancers span several zones", balancer({ subnets: { length: 2 } })),
  byDefault(
    "ELB.17",
    "Listeners use recommended security policies",
    made("load-balancer", "aws_lb_listener.https", { ssl_policy: { includes: "TLS13-1-2" } }),
  ),
];
