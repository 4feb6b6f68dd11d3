import { it } from "vitest";
import { cycle } from "./cycle.js";

it("a full-featured network of plain Terraform applies, plans empty and is destroyed", () => cycle("network"));
