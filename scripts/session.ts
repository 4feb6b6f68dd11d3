import { type EmulatorServer, emulatorEnvironment, startEmulator, terraformEnvironment } from "@groundplan/emulator";
import type { StackFacts } from "../stacks/facts.js";
import type { AwsAccess } from "./aws/access.js";
import { type Caller, whoCalls } from "./aws/caller.js";
import { type Context, say } from "./context.js";
import { InputError } from "./failure.js";

type Home = Pick<StackFacts, "account" | "accountId" | "emulatorOnly" | "region" | "of">;

/** The accounts that a run reaches, each by its own keys, asked once whether they are the right ones. */
export class Session {
  private readonly callers = new Map<string, Promise<Caller>>();
  private readonly keys = new Map<string, Promise<Record<string, string>>>();
  private server: Promise<EmulatorServer> | undefined;

  constructor(readonly context: Context) {}

  /** The emulator that serves the account; undefined where AWS itself does. */
  emulatorOf(home: Pick<Home, "emulatorOnly">): string | undefined {
    return this.context.emulator ?? (home.emulatorOnly ? "default" : undefined);
  }

  /** `aws`, or `emulator <name>`. */
  where(home: Pick<Home, "emulatorOnly">): string {
    const emulator = this.emulatorOf(home);
    return emulator === undefined ? "aws" : `emulator ${emulator}`;
  }

  /** What Terraform is given for a stack: its providers, its region and, on the emulator, the account's keys there. */
  async terraformEnvironment(home: Home): Promise<Record<string, string>> {
    const providers = await terraformEnvironment({ cacheFolder: this.context.cache });
    return { ...providers, ...(await this.awsEnvironment(home)), AWS_REGION: home.region, AWS_DEFAULT_REGION: home.region };
  }

  /** For an AWS client of our own in a region of the account. */
  async access(home: Home, region: string): Promise<AwsAccess> {
    return { region, environment: await this.awsEnvironment(home) };
  }

  /** @throws {InputError} where the credentials are another account's: before anything else is done with them */
  async requireAccount(home: Home): Promise<Caller> {
    const caller = await this.caller(home);
    if (caller.accountId === home.accountId) return caller;
    throw new InputError(
      `these credentials are of account ${caller.accountId} (${caller.arn}), and "${home.of}" is in ${home.accountId} ("${home.account}"); ` +
        `use credentials of ${home.accountId}, by "AWS_PROFILE" for example, or --emulator`,
    );
  }

  private caller(home: Home): Promise<Caller> {
    return once(this.callers, home.accountId, async () => whoCalls(await this.access(home, home.region)));
  }

  private async awsEnvironment(home: Home): Promise<Record<string, string>> {
    const name = this.emulatorOf(home);
    if (name === undefined) return {};
    return once(this.keys, home.accountId, async () => emulatorEnvironment(await this.emulator(name), { accountId: home.accountId }));
  }

  private emulator(name: string): Promise<EmulatorServer> {
    this.server ??= startEmulator({ name, cacheFolder: this.context.cache, onProgress: say }).then((server) => {
      if (server.lenient) say(`the AWS emulator "${name}" is lenient: what it lets pass, groundplan emulator status tells`);
      return server;
    });
    return this.server;
  }
}

function once<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
