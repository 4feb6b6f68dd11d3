import { type Control, closed, everyRegion, made, watchedEverywhere } from "./control.js";

const closedGroups = [
  ...everyRegion("aws_default_security_group", "default", closed),
  made("network", "aws_default_security_group.default", closed),
];

/** Section 5 of the CIS AWS Foundations Benchmark v5.0.0. */
export const cisNetwork: readonly Control[] = [
  {
    id: "CIS 5.0 5.1.1",
    title: "EBS volume encryption is enabled in all regions",
    level: 1,
    met: "default",
    by: everyRegion("aws_ebs_encryption_by_default", "volumes", { enabled: true }),
  },
  {
    id: "CIS 5.0 5.1.2",
    title: "CIFS access is restricted to trusted networks",
    level: 1,
    met: "default",
    by: [...closedGroups, ...watchedEverywhere("restricted_common_ports", { input_parameters: { includes: '"445"' } })],
    why: "the library's groups let in by port and by group; those that others make are watched",
  },
  {
    id: "CIS 5.0 5.2",
    title: "No network ACLs allow ingress from 0.0.0.0/0 to remote server administration ports",
    level: 1,
    met: "default",
    // an ACL without rules lets nothing in
    by: [
      ...everyRegion("aws_default_network_acl", "default", { default_network_acl_id: "set", ingress: "unset" }),
      made("network", "aws_default_network_acl.default", { default_network_acl_id: "set", ingress: "unset" }),
    ],
  },
  {
    id: "CIS 5.0 5.3",
    title: "No security groups allow ingress from 0.0.0.0/0 to remote server administration ports",
    level: 1,
    met: "default",
    by: [
      ...closedGroups,
      ...watchedEverywhere("restricted_ssh"),
      ...watchedEverywhere("restricted_common_ports", { input_parameters: { includes: '"3389"' } }),
    ],
    why: "the library's groups open none of these ports; those that others make are watched",
  },
  {
    id: "CIS 5.0 5.4",
    title: "No security groups allow ingress from ::/0 to remote server administration ports",
    level: 1,
    met: "default",
    by: [
      ...closedGroups,
      ...watchedEverywhere("restricted_ssh"),
      ...watchedEverywhere("restricted_common_ports", { input_parameters: { includes: '"3389"' } }),
    ],
    why: "the library's groups open none of these ports; those that others make are watched",
  },
  {
    id: "CIS 5.0 5.5",
    title: "The default security group of every VPC restricts all traffic",
    level: 2,
    met: "default",
    by: closedGroups,
  },
  {
    id: "CIS 5.0 5.6",
    title: "Routing tables for VPC peering are least access",
    level: 2,
    met: "notByCode",
    by: [],
    why: "which ranges need each other is a person's to say: a network's `peering` has no route that is not named",
  },
  {
    id: "CIS 5.0 5.7",
    title: "The EC2 metadata service only allows IMDSv2",
    level: 1,
    met: "default",
    by: [
      ...everyRegion("aws_ec2_instance_metadata_defaults", "instance_metadata", { http_tokens: "required" }),
      made("network", "aws_launch_template.nat_a", { "metadata_options.http_tokens": "required" }),
    ],
  },
];
