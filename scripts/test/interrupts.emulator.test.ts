import { execFileSync } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { keyOf, parameter, SmallProject, type SmallStack } from "./small/estate.js";
import { type Command, SmallWorld } from "./small/world.js";

let world: SmallWorld;
let project: SmallProject;

beforeAll(async () => {
  world = await SmallWorld.start("interrupts");
});
afterAll(() => world.stop());
beforeEach(() => {
  project = new SmallProject();
});
afterEach(() => project.remove());

/** One parameter at once, then waits, then another: time to be interrupted in. */
function slow(stack: string, seconds: number, secondsBefore = 0): SmallStack {
  const [of = ""] = stack.split("-");
  const last = { ...parameter(`${of}_last`)[`${of}_last`], depends_on: ["terraform_data.wait"] };
  return {
    stack,
    resources: {
      aws_ssm_parameter: { ...parameter(`${of}_first`), [`${of}_last`]: last },
      terraform_data: {
        before: { depends_on: [`aws_ssm_parameter.${of}_first`], provisioner: sleeping(secondsBefore) },
        wait: { depends_on: ["terraform_data.before"], provisioner: sleeping(seconds) },
      },
    },
  };
}

const sleeping = (seconds: number) => [{ "local-exec": { command: `sleep ${seconds}` } }];

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 120_000; Date.now() < end; await sleep(250)) if (await holds()) return;
  throw new Error("it did not come to that within two minutes");
}

const interruptions = [
  ["SIGTERM", "terminated", (command: Command) => command.signal("SIGTERM")],
  ["Ctrl-C in a terminal", "pressed", (command: Command) => command.pressCtrlC()],
  [
    "Ctrl-C and a parent that passes it on as well",
    "echoed",
    (command: Command) => {
      command.pressCtrlC();
      command.signal("SIGINT");
      command.signal("SIGTERM");
    },
  ],
] as const;

for (const [what, of, interrupt] of interruptions) {
  it(`${what} in mid-apply leaves the state saved and the lock released, and the next apply finishes`, async () => {
    project.synthesize(slow(`${of}-one`, 15));
    const command = world.start(project.root, "apply", of, "--auto-approve");
    await until(async () => `/small/${of}_first` in (await world.parameters()));
    await sleep(500);
    interrupt(command);

    const { code, err } = await command.ended;
    expect(err).toContain("interrupted; what was done so far is in the state");
    expect(err).not.toContain("Two interrupts");
    expect(code).toBe(1);
    expect(JSON.stringify(await world.object(keyOf(`${of}-one`)))).toContain(`/small/${of}_first`);
    expect(await world.locks()).toEqual([]);
    expect(await world.keysInBucket()).not.toContain(`${keyOf(`${of}-one`)}.tflock`);

    project.synthesize(slow(`${of}-one`, 0));
    const again = await world.run(project.root, "apply", of, "--auto-approve");
    expect(again.code).toBe(0);
    expect(await world.parameters()).toMatchObject({ [`/small/${of}_first`]: `${of}_first`, [`/small/${of}_last`]: `${of}_last` });
  });
}

it("of two applies at once on one state one wins, and the other says who holds the lock, or waits for it", async () => {
  const [second, third] = [new SmallProject(), new SmallProject()];
  try {
    for (const one of [project, second, third]) one.synthesize(slow("both-one", 25));
    const winner = world.start(project.root, "apply", "both", "--auto-approve");
    await until(async () => "/small/both_first" in (await world.parameters()));

    const [told, waited] = await Promise.all([
      world.run(second.root, "apply", "both", "--auto-approve", "--lock-timeout", "1s"),
      world.run(third.root, "apply", "both", "--auto-approve", "--lock-timeout", "5m"),
    ]);
    expect(told.code).toBe(1);
    expect(told.out).toMatch(/both-one: its state is locked by \S+@\S+ \(apply, since \d{4}-/);
    expect((await winner.ended).code).toBe(0);
    expect(waited.code).toBe(0);
    expect(waited.out).toContain("both-one: unchanged");
    expect(await world.object(keyOf("both-one"))).toMatchObject({ resources: [{}, {}, {}, {}] });
  } finally {
    second.remove();
    third.remove();
  }
});

it("the lock of a run that was killed stays until it is named, and the next apply finishes then", async () => {
  project.synthesize(slow("killed-one", 90, 22));
  const command = world.start(project.root, "apply", "killed", "--auto-approve");
  // Terraform saves with the first resource that is made 20 seconds after it saved last
  await until(async () => JSON.stringify(await world.object(keyOf("killed-one")).catch(() => "")).includes("killed_first"));
  const lock = (await world.object(`${keyOf("killed-one")}.tflock`)) as { ID: string };
  killWithChildren(command);
  await command.ended;

  project.synthesize(slow("killed-one", 0));
  // long enough to see that the killed command works on this checkout no more
  const refused = await world.run(project.root, "apply", "killed", "--auto-approve", "--lock-timeout", "15s");
  expect(refused.code).toBe(1);
  expect(refused.out).toContain(`--unlock ${lock.ID}`);
  const finished = await world.run(project.root, "apply", "killed", "--auto-approve", "--unlock", lock.ID);
  expect(finished.code).toBe(0);
  expect(await world.parameters()).toHaveProperty("/small/killed_last");
});

/** As a machine that goes down takes all of them. */
function killWithChildren({ child }: Command): void {
  const table = execFileSync("ps", ["-axo", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
  const parents = new Map(table.map((line) => line.trim().split(/\s+/).map(Number)).map(([pid = 0, parent = 0]) => [pid, parent]));
  const isOurs = (pid: number | undefined): boolean => pid !== undefined && pid > 1 && (pid === child.pid || isOurs(parents.get(pid)));
  const ours = [...parents.keys()].filter(isOurs);
  // all stand still first: a Terraform that saw its children go would have time to release its lock
  for (const signal of ["SIGSTOP", "SIGKILL"] as const) for (const pid of ours) process.kill(pid, signal);
}
