/** What a NAT instance needs to know at boot. */
export interface NatBoot {
  readonly region: string;
  /** The standing interface, which routes point at and whose address the world sees. */
  readonly networkInterfaceId: string;
  readonly macAddress: string;
}

/**
 * Takes over the standing interface and sends all traffic out by it, at each boot: user data itself runs at the first one alone.
 * Without double quotes, which Terraform would need escaped.
 * https://docs.aws.amazon.com/vpc/latest/userguide/work-with-nat-instances.html
 */
export function natUserData({ region, networkInterfaceId, macAddress }: NatBoot): string {
  return [
    "#!/bin/bash",
    "set -uo pipefail",
    "mkdir -p /var/lib/cloud/scripts/per-boot",
    "install -m 755 $0 /var/lib/cloud/scripts/per-boot/nat.sh",
    "until dnf install -y iptables-nft; do sleep 5; done",
    "metadata=http://169.254.169.254/latest",
    "token=$(curl -sf -X PUT -H 'X-aws-ec2-metadata-token-ttl-seconds: 300' $metadata/api/token)",
    "instance=$(curl -sf -H X-aws-ec2-metadata-token:$token $metadata/meta-data/instance-id)",
    `device() { ip -o link show | grep -i ${macAddress} | cut -d: -f2 | tr -d ' '; }`,
    // the instance before this one may still hold it
    "until device | grep -q .; do",
    `  aws ec2 attach-network-interface --region ${region} --network-interface-id ${networkInterfaceId} --instance-id $instance --device-index 1`,
    "  sleep 5",
    "done",
    "device=$(device)",
    "until ip -4 -o address show dev $device | grep -q inet; do sleep 1; done",
    // both interfaces are in one subnet, so they have one gateway
    "gateway=$(ip -4 route show default | cut -d' ' -f3 | head -n 1)",
    "ip route replace default via $gateway dev $device metric 1",
    "sysctl -q -w net.ipv4.ip_forward=1",
    "iptables -t nat -C POSTROUTING -o $device -j MASQUERADE 2>/dev/null || iptables -t nat -A POSTROUTING -o $device -j MASQUERADE",
    "iptables -P FORWARD ACCEPT",
    "",
  ].join("\n");
}
