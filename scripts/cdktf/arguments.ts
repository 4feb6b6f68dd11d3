import { InputError } from "../failure.js";

export interface CdktfArguments {
  /** what cdktf-cli is given */
  readonly cdktf: readonly string[];
  /** as in `ContextOptions` */
  readonly emulator: boolean | string | undefined;
  /** names and patterns of stacks */
  readonly stacks: readonly string[];
}

/**
 * Takes our own option out of cdktf-cli's arguments, and finds the stacks in them.
 *
 * @throws {InputError} where cdktf-cli would silently do less than it was asked to
 */
export function readCdktfArguments(given: readonly string[]): CdktfArguments {
  const ours = given.filter((argument) => /^--emulator(=|$)/.test(argument));
  const cdktf = given.filter((argument) => !ours.includes(argument));
  const [command = "", ...rest] = cdktf;
  const stacks = rest.filter((argument, index) => !argument.startsWith("-") && !takesValue(rest[index - 1]));
  if (["diff", "plan"].includes(command) && stacks.length > 1) {
    throw new InputError(
      `cdktf ${command} plans one stack, and leaves ${stacks.slice(1).join(", ")} out without a word; name one, or use groundplan plan`,
    );
  }
  return { cdktf, emulator: emulatorOf(ours.at(-1)), stacks };
}

function emulatorOf(option: string | undefined): boolean | string | undefined {
  const name = option?.replace(/^--emulator=?/, "");
  return name === "" ? true : name;
}

// of cdktf-cli's options, those that are followed by a value
const valued = [
  "--app",
  "-a",
  "--output",
  "-o",
  "--outputs-file",
  "--parallelism",
  "--terraform-parallelism",
  "--var",
  "--var-file",
  "--log-level",
];

const takesValue = (option: string | undefined) => option !== undefined && valued.includes(option);
