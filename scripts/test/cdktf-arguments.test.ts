import { expect, it } from "vitest";
import { readCdktfArguments } from "../cdktf/arguments.js";

it("the emulator is ours, all else is cdktf-cli's", () => {
  expect(readCdktfArguments(["deploy", "local-keys", "--emulator", "--auto-approve"])).toEqual({
    cdktf: ["deploy", "local-keys", "--auto-approve"],
    emulator: true,
    stacks: ["local-keys"],
  });
  expect(readCdktfArguments(["list", "--emulator=tests"])).toEqual({ cdktf: ["list"], emulator: "tests", stacks: [] });
  expect(readCdktfArguments(["synth"]).emulator).toBeUndefined();
});

it("what follows an option that takes a value is no stack", () => {
  expect(readCdktfArguments(["deploy", "--parallelism", "2", "prod-*", "-o", "out", "dev-keys"]).stacks).toEqual(["prod-*", "dev-keys"]);
});

it("a plan of several stacks is refused: cdktf-cli plans the first and exits 0", () => {
  for (const command of ["plan", "diff"]) {
    expect(() => readCdktfArguments([command, "prod-keys", "prod-network"])).toThrow(
      `cdktf ${command} plans one stack, and leaves prod-network out without a word; name one, or use groundplan plan`,
    );
  }
});
