import { describe, expect, it } from "vitest";
import { networkTemplate } from "./network-template.js";

/** Where the default route of each AZ's private subnet points. */
function egress(props: Parameters<typeof networkTemplate>[0]): Record<string, unknown> {
  const routes = networkTemplate(props).resources("aws_route");
  return Object.fromEntries(
    ["a", "b", "c", "d"].flatMap((letter) => {
      const route = routes[`network_private_${letter}_egress`];
      return route === undefined ? [] : [[letter, route["nat_gateway_id"] ?? route["network_interface_id"]]];
    }),
  );
}

const gateway = (letter: string) => `\${aws_nat_gateway.network_${letter}.id}`;

describe("NAT", () => {
  it("is a gateway in each AZ by default, in its public subnet, behind an address of its own", () => {
    expect(networkTemplate()).toHaveResourceAt("aws_nat_gateway.network_b", {
      subnet_id: "${aws_subnet.network_public_b.id}",
      allocation_id: "${aws_eip.network_nat_b.allocation_id}",
      depends_on: ["aws_internet_gateway.network"],
    });
    expect(egress({})).toEqual({ a: gateway("a"), b: gateway("b"), c: gateway("c") });
  });

  it("is one for all, in an AZ of one's choice", () => {
    expect(egress({ nat: "single" })).toEqual({ a: gateway("a"), b: gateway("a"), c: gateway("a") });
    expect(egress({ nat: "single", natAzs: ["c"] })).toEqual({ a: gateway("c"), b: gateway("c"), c: gateway("c") });
  });

  it("is any number, and an AZ without one keeps its way when an AZ is added", () => {
    const two = { nat: 2, natAzs: ["b", "c"] };
    expect(egress({ ...two, azs: ["a", "b", "c"] })).toEqual({ a: gateway("b"), b: gateway("b"), c: gateway("c") });
    expect(egress({ ...two, azs: ["a", "b", "c", "d"] })).toEqual({ a: gateway("b"), b: gateway("b"), c: gateway("c"), d: gateway("c") });
  });

  it("is none: no address, no gateway, no route out", () => {
    const template = networkTemplate({ nat: "none" });
    expect([template.resources("aws_eip"), template.resources("aws_nat_gateway")]).toEqual([{}, {}]);
    expect(egress({ nat: "none" })).toEqual({});
  });

  it("stands behind an Elastic IP of one's own", () => {
    const template = networkTemplate({ natAllocationIds: { a: "eipalloc-0a1b" } });
    expect(template).toHaveResourceAt("aws_nat_gateway.network_a", { allocation_id: "eipalloc-0a1b" });
    expect(Object.keys(template.resources("aws_eip"))).toEqual(["network_nat_b", "network_nat_c"]);
  });
});

describe("a NAT instance", () => {
  const template = networkTemplate({ nat: "instance" });

  it("stands behind an interface that forwards, which routes point at", () => {
    expect(template).toHaveResourceAt("aws_network_interface.network_nat_a", {
      subnet_id: "${aws_subnet.network_public_a.id}",
      source_dest_check: false,
      security_groups: ["${aws_security_group.network_nat.id}"],
    });
    const standing = "${aws_network_interface.network_nat_a.id}";
    expect(egress({ nat: "instance" })).toEqual({ a: standing, b: standing, c: standing });
    expect(template).toHaveResourceAt("aws_eip_association.network_nat_a", {
      network_interface_id: standing,
      allocation_id: "${aws_eip.network_nat_instance_a.allocation_id}",
    });
  });

  it("is kept by a group of one, which never starts a second beside it", () => {
    expect(template).toHaveResourceAt("aws_autoscaling_group.network_nat_a", {
      min_size: 1,
      max_size: 1,
      desired_capacity: 1,
      vpc_zone_identifier: ["${aws_subnet.network_public_a.id}"],
      instance_refresh: { strategy: "Rolling", preferences: { min_healthy_percentage: 0 } },
    });
  });

  it("runs the newest Amazon Linux on ARM, encrypted, with the second version of the metadata service alone", () => {
    expect(template).toHaveResourceAt("aws_launch_template.network_nat_a", {
      image_id: "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64",
      instance_type: "t4g.nano",
      metadata_options: { http_tokens: "required", http_put_response_hop_limit: 1 },
      block_device_mappings: [{ device_name: "/dev/xvda", ebs: { encrypted: "true" } }],
    });
  });

  it("takes the interface over at each boot, and sends all traffic out by it", () => {
    const { user_data: userData } = template.resource("aws_launch_template");
    expect(userData).toMatch(/^\$\{base64encode\("#!\/bin\/bash\\n/);
    for (const step of [
      "/var/lib/cloud/scripts/per-boot/nat.sh",
      "attach-network-interface --region eu-west-1 --network-interface-id ${aws_network_interface.network_nat_a.id}",
      "grep -i ${aws_network_interface.network_nat_a.mac_address}",
      "net.ipv4.ip_forward=1",
      "MASQUERADE",
    ])
      expect(userData).toContain(step);
  });

  it("has no port open, and lets in what the VPC sends out", () => {
    expect(Object.values(template.resources("aws_vpc_security_group_ingress_rule"))).toEqual([
      expect.objectContaining({ cidr_ipv4: "${aws_vpc.network.cidr_block}", ip_protocol: "-1" }),
    ]);
    expect(template.resource("aws_launch_template")).not.toHaveProperty("key_name");
    expect(template).toHaveResource("aws_iam_role_policy_attachment", {
      policy_arn: "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
    });
  });

  it("may attach its own interfaces to instances of its own profile, and nothing else", () => {
    const own = template.iamStatements().filter(({ address }) => address === "aws_iam_role_policy.network_nat");
    expect(own.map(({ statement }) => statement)).toEqual([
      {
        Sid: "TakesItsInterface",
        Effect: "Allow",
        Action: ["ec2:AttachNetworkInterface"],
        Resource: ["arn:aws:ec2:eu-west-1:111111111111:network-interface/${aws_network_interface.network_nat_a.id}"],
      },
      {
        Sid: "AttachesToNatInstances",
        Effect: "Allow",
        Action: ["ec2:AttachNetworkInterface"],
        Resource: "arn:aws:ec2:eu-west-1:111111111111:instance/*",
        Condition: { ArnEquals: { "ec2:InstanceProfile": "arn:aws:iam::111111111111:instance-profile/shop-eu-west-1-nat" } },
      },
    ]);
  });

  it("stands in each AZ that is named, of the type that is given, behind one's own address", () => {
    const several = networkTemplate({
      nat: "instance",
      natAzs: ["a", "c"],
      natInstanceType: "c7gn.medium",
      natAllocationIds: { c: "eipalloc-0a1b" },
    });
    expect(Object.keys(several.resources("aws_autoscaling_group"))).toEqual(["network_nat_a", "network_nat_c"]);
    expect(several).toHaveResourceAt("aws_launch_template.network_nat_c", { instance_type: "c7gn.medium" });
    expect(several).toHaveResourceAt("aws_eip_association.network_nat_c", { allocation_id: "eipalloc-0a1b" });
    expect(Object.keys(several.resources("aws_eip"))).toEqual(["network_nat_instance_a"]);
  });
});
