import { schemas } from "@groundplan/account-baseline/config";
import type { AccountBaselineData } from "../../../packages/account-baseline/src/props.generated.js";
import { AdoptClients } from "../../adopt/clients.js";
import { find } from "../../adopt/find.js";
import { PlayedAws, type Script } from "./played-aws.js";

export const accountId = "444444444444";
const place = { name: "shop", accountId, accountKind: "security", region: "eu-west-1", securityAccountId: accountId } as const;

export const noSuch = { refuses: "NoSuchEntity", message: "there is none" };

/** An account whose home is eu-west-1, with eu-central-1 beside it, and AWS as a script plays it. */
export class PlayedAccount {
  private readonly clients: AdoptClients;

  private constructor(private readonly aws: PlayedAws) {
    this.clients = new AdoptClients(aws.access);
  }

  static async start(): Promise<PlayedAccount> {
    return new PlayedAccount(await PlayedAws.start());
  }

  stop(): void {
    this.aws.stop();
  }

  /** What AWS was asked the last time, and where. */
  get asked(): readonly string[] {
    return this.aws.asked;
  }

  async ask(script: Script, data: Partial<AccountBaselineData> = {}, ours: readonly string[] = []) {
    this.aws.play(script);
    const config = schemas.AccountBaseline.parse({ ...place, ...data });
    const baseline = { account: config, regions: {}, watchesSites: false, acknowledged: [], notices: [] };
    const isOurs = (...key: string[]) => ours.includes(key.join(" "));
    const account = { id: accountId, region: "eu-west-1" };
    const { answered, unanswered } = await find({ account, baseline, regions: ["eu-central-1"], clients: this.clients, isOurs });
    const standing = answered.flatMap(({ question: { field }, region, standing }) =>
      standing.map(({ value, name }) => [[field, region, name].filter((part) => part !== undefined).join("."), value]),
    );
    return { standing, notes: answered.flatMap(({ notes = [] }) => notes), unanswered };
  }
}
