import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { awsProvider, terraformEnvironment } from "../src/index.js";

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "terraform-"));
  folders.push(made);
  return made;
}

function machine(environment: Record<string, string> = {}) {
  return { cacheFolder: folder(), home: folder(), roots: [folder()], environment: { XDG_DATA_DIRS: folder(), ...environment } };
}

function mirrorIn(root: string): void {
  const platform = `${process.platform}_${process.arch === "x64" ? "amd64" : process.arch}`;
  const place = join(root, awsProvider.source, awsProvider.version, platform);
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, "terraform-provider-aws_v5.100.0_x5"), "");
}

const written = async (options: ReturnType<typeof machine>) =>
  readFileSync((await terraformEnvironment(options))["TF_CLI_CONFIG_FILE"] ?? "none", "utf8");

it("leaves the user's own configuration alone, by variable or in the home folder", async () => {
  const file = join(folder(), "own.tfrc");
  writeFileSync(file, "");
  expect(await terraformEnvironment(machine({ TF_CLI_CONFIG_FILE: file }))).not.toHaveProperty("TF_CLI_CONFIG_FILE");
  const { home, ...rest } = machine();
  writeFileSync(join(home, ".terraformrc"), "");
  expect(await terraformEnvironment({ home, ...rest })).not.toHaveProperty("TF_CLI_CONFIG_FILE");
});

it("replaces a configuration that is not there: by the one in the home folder, or else by its own", async () => {
  const gone = machine({ TF_CLI_CONFIG_FILE: "/nowhere/terraformrc" });
  expect(await written(gone)).toContain("plugin_cache_dir");
  writeFileSync(join(gone.home, ".terraformrc"), "");
  expect(await terraformEnvironment(gone)).toHaveProperty("TF_CLI_CONFIG_FILE", join(gone.home, ".terraformrc"));
});

it("serves the pinned provider from a mirror, and the rest from the registry", async () => {
  const options = machine();
  mirrorIn(options.roots[0] ?? "");
  expect(await written(options)).toBe(`provider_installation {
  filesystem_mirror {
    path    = "${options.roots[0]}"
    include = ["registry.terraform.io/hashicorp/aws"]
  }
  direct {
    exclude = ["registry.terraform.io/hashicorp/aws"]
  }
}
`);
});

it("keeps Terraform from asking questions and from calling home", async () => {
  expect(await terraformEnvironment(machine())).toMatchObject({ CHECKPOINT_DISABLE: "1", TF_IN_AUTOMATION: "1", TF_INPUT: "0" });
});
