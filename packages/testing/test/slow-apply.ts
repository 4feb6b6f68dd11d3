import { findTerraform } from "@groundplan/emulator";
import { Deployment } from "../src/emulator/deployment.js";

/** Applies something quick, and then something slow, in the folder that it is given: to be ended in the middle. */
async function slowly(folder: string): Promise<void> {
  const deployment = new Deployment(
    {
      name: "slow",
      binary: (await findTerraform()).path,
      folder,
      environment: { TF_CLI_CONFIG_FILE: "/dev/null" },
      synthesis: {},
      requireNoFaults: async () => {},
    },
    (stack) => {
      stack.addOverride("resource.terraform_data.quick", {});
      stack.addOverride("resource.terraform_data.slow", {
        depends_on: ["terraform_data.quick"],
        provisioner: [{ "local-exec": { command: "touch slow-began && sleep 3" } }],
      });
      stack.addOverride("resource.terraform_data.never", { depends_on: ["terraform_data.slow"] });
    },
  );
  await deployment.apply();
}

void slowly(process.argv[2] ?? "");
