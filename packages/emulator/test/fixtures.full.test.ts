import { expect, it } from "vitest";
import { cycle } from "./cycle.js";

it.each(["network-more", "state", "edge", "service", "database", "site", "baseline", "organization", "applications"])(
  "%s, in plain Terraform, applies, plans empty and is destroyed",
  async (name) => {
    await expect(cycle(name)).resolves.toBeUndefined();
  },
);
