import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { natUserData } from "../src/nat-user-data.js";

const script = natUserData({ region: "eu-west-1", networkInterfaceId: "eni-0a1b", macAddress: "0a:00:00:00:00:02" });

/** What an instance answers; the standing interface shows up once it was attached. */
const machine: Readonly<Record<string, string>> = {
  curl: 'case "$*" in *api/token) echo the-token;; *instance-id) echo i-0a1b;; esac',
  aws: 'touch "$FOLDER/attached"',
  ip: [
    'case "$*" in',
    '"-o link show") echo "2: ens5: <UP> mtu 9001 link/ether 0a:00:00:00:00:01"',
    '  test -e "$FOLDER/attached" && echo "3: ens6: <UP> mtu 9001 link/ether 0A:00:00:00:00:02";;',
    '*"address show"*) echo "3: ens6 inet 10.0.0.9/20";;',
    '*"route show default") echo "default via 10.0.0.1 dev ens5";;',
    "esac",
  ].join("\n"),
  iptables: 'test "$3" != -C',
};
const silent = ["dnf", "install", "mkdir", "sleep", "sysctl"];

describe("a NAT instance's boot", () => {
  const folder = mkdtempSync(join(tmpdir(), "groundplan-nat-"));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("takes the standing interface over, and sends all traffic out by it", () => {
    for (const [name, answer] of [...Object.entries(machine), ...silent.map((name) => [name, ""] as const)]) {
      const file = join(folder, name);
      writeFileSync(file, `#!/bin/bash\necho "${name} $*" >> "$FOLDER/log"\n${answer}\n`);
      chmodSync(file, 0o755);
    }
    const { status, stderr } = spawnSync("bash", ["--norc", "-c", script, "part-001"], {
      env: { PATH: `${folder}:${process.env["PATH"]}`, FOLDER: folder },
      encoding: "utf8",
      timeout: 10_000,
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(existsSync(join(folder, "attached"))).toBe(true);
    const done = readFileSync(join(folder, "log"), "utf8").split("\n");
    for (const step of [
      "install -m 755 part-001 /var/lib/cloud/scripts/per-boot/nat.sh",
      "curl -sf -H X-aws-ec2-metadata-token:the-token http://169.254.169.254/latest/meta-data/instance-id",
      "aws ec2 attach-network-interface --region eu-west-1 --network-interface-id eni-0a1b --instance-id i-0a1b --device-index 1",
      "ip route replace default via 10.0.0.1 dev ens6 metric 1",
      "sysctl -q -w net.ipv4.ip_forward=1",
      "iptables -t nat -A POSTROUTING -o ens6 -j MASQUERADE",
    ])
      expect(done).toContain(step);
  });
});
