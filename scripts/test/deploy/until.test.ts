import { expect, it } from "vitest";
import { until } from "../../deploy/until.js";
import { Interrupts } from "../../terraform/interrupts.js";

/** A Ctrl-C that a test presses. */
function terminal() {
  let press: () => void = () => undefined;
  const codes: number[] = [];
  const signals = new Interrupts({
    on: (signal, listener) => {
      if (signal === "SIGINT") press = listener;
    },
    exit: (code) => codes.push(code),
    now: () => 0,
  });
  return { signals, pressCtrlC: () => press(), codes };
}

it("a wait ends with what it waited for", async () => {
  expect(await until(async () => "there", 60_000, terminal().signals)).toEqual({ found: "there" });
});

it("a wait ends with its time, after one look at least", async () => {
  let looks = 0;
  const look = async () => {
    looks += 1;
    return undefined;
  };
  expect(await until(look, 0, terminal().signals)).toBe("timeout");
  expect(looks).toBe(1);
});

it("Ctrl-C ends a wait at once, and the command goes on to say what it leaves behind", async () => {
  const { signals, pressCtrlC, codes } = terminal();
  const waited = until(
    async () => {
      pressCtrlC();
      return undefined;
    },
    60_000,
    signals,
  );
  expect(await waited).toBe("interrupted");
  expect(codes).toEqual([]);
});
