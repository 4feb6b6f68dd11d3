import type { World, WorldOptions } from "./emulator/world.js";

/**
 * An emulated AWS for a test, on a server of its own: real Terraform applies stacks there.
 * The first one on a machine also installs the emulator, which needs Python 3.10 or newer.
 *
 * @example
 * const world = await onEmulator({ name: "network" });
 * const network = await world.deployment("network", (stack) => new Network(stack, "network", { … }));
 * await network.apply();
 * await network.expectEmptyPlan();
 * await network.change((stack) => new Network(stack, "network", { …, azs: ["a", "b", "c"] }));
 * await network.destroy();
 * await world.stop();
 * @throws {Error} where Terraform or Python is missing or too old, with the ways out
 */
export async function onEmulator(options: WorldOptions): Promise<World> {
  // Loaded when it is used, so that assertions on templates work where its libraries don't (jest reads no ESM).
  const { startWorld } = await import("./emulator/world.js");
  return startWorld(options);
}
