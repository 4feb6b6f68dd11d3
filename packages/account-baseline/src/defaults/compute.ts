import { EbsDefaultKmsKey } from "@cdktf/provider-aws/lib/ebs-default-kms-key/index.js";
import { EbsEncryptionByDefault } from "@cdktf/provider-aws/lib/ebs-encryption-by-default/index.js";
import { EbsSnapshotBlockPublicAccess } from "@cdktf/provider-aws/lib/ebs-snapshot-block-public-access/index.js";
import { Ec2ImageBlockPublicAccess } from "@cdktf/provider-aws/lib/ec2-image-block-public-access/index.js";
import { Ec2InstanceMetadataDefaults } from "@cdktf/provider-aws/lib/ec2-instance-metadata-defaults/index.js";
import { Ec2SerialConsoleAccess } from "@cdktf/provider-aws/lib/ec2-serial-console-access/index.js";
import { address } from "@groundplan/core";
import type { RegionBlueprint } from "../blueprint.js";

/** What volumes, snapshots, images and instances are where nothing else is said. */
export function setComputeDefaults(blueprint: RegionBlueprint): void {
  const { module, config } = blueprint;
  encryptVolumes(blueprint);
  address(new EbsSnapshotBlockPublicAccess(module, "snapshots", { state: config.defaults.snapshots }), module, "snapshots");
  address(new Ec2ImageBlockPublicAccess(module, "images", { state: config.defaults.images }), module, "images");
  const { tokens, hopLimit } = config.defaults.instanceMetadata;
  const metadata = new Ec2InstanceMetadataDefaults(module, "instance-metadata", { httpTokens: tokens, httpPutResponseHopLimit: hopLimit });
  address(metadata, module, "instance_metadata");
  const console = new Ec2SerialConsoleAccess(module, "serial-console", { enabled: config.defaults.serialConsole === "on" });
  address(console, module, "serial_console");
}

function encryptVolumes({ module, config, wiring }: RegionBlueprint): void {
  const enabled = config.defaults.volumes === "encrypted";
  address(new EbsEncryptionByDefault(module, "volumes", { enabled }), module, "volumes");
  if (wiring.volumesKey === undefined) return;
  address(new EbsDefaultKmsKey(module, "volumes-key", { keyArn: wiring.volumesKey.keyArn }), module, "volumes");
}
