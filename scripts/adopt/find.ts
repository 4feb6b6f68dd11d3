import pLimit from "p-limit";
import type { Account } from "../../environments/schema.js";
import { failureText } from "../failure.js";
import { accountQuestions } from "./account-questions.js";
import type { AdoptClients } from "./clients.js";
import { identityQuestions } from "./identity-questions.js";
import { boundaryQuestion, namesakeQuestion } from "./namesakes.js";
import type { Answer, Asked, Question } from "./question.js";
import { regionQuestions, unusedAccessQuestion } from "./region-questions.js";

/** A question, and what AWS said. */
export interface Answered extends Answer {
  readonly question: Question;
  /** of what stands once a region; absent of what an account has once */
  readonly region?: string;
}

/** A question that was not answered: what it asks for may stand. */
export interface Unanswered {
  readonly what: string;
  readonly region: string;
  readonly why: string;
}

export interface Found {
  readonly answered: readonly Answered[];
  readonly unanswered: readonly Unanswered[];
}

/** The account that is asked, with the regions that are on. */
export interface Asking {
  readonly account: Pick<Account, "id" | "region">;
  readonly regions: readonly string[];
  readonly baseline: NonNullable<Account["baseline"]>;
  readonly clients: AdoptClients;
  /** whether a stack of the account has it in its state */
  readonly isOurs: (region: string, type: string, importId: string) => boolean;
}

/** Asks for all that the baseline may adopt, in the home region and in the others; what cannot be asked holds nothing else up. */
export async function find(asking: Asking): Promise<Found> {
  const { account, regions } = asking;
  const ofAccount = [...accountQuestions, ...identityQuestions, unusedAccessQuestion, boundaryQuestion, namesakeQuestion].map(
    (question) => ({ question }),
  );
  const ofRegions = [account.region, ...regions].flatMap((region) => regionQuestions.map((question) => ({ question, region })));
  // AWS answers a few such requests a second
  const limit = pLimit(8);
  const said = await Promise.all([...ofAccount, ...ofRegions].map((one) => limit(() => answerOf(one, asking))));
  return {
    answered: said.flatMap((one) => ("question" in one ? [one] : [])),
    unanswered: said.flatMap((one) => ("question" in one ? [] : [one])),
  };
}

interface InRegion {
  readonly question: Question;
  readonly region?: string;
}

async function answerOf({ question, ...place }: InRegion, asking: Asking): Promise<Answered | Unanswered> {
  const region = place.region ?? asking.account.region;
  try {
    return { question, ...place, ...(await question.ask(askedIn(region, asking))) };
  } catch (error) {
    if (!(error instanceof Error) || !isAnswer(error)) throw error;
    if (isNotOffered(error))
      return { question, ...place, standing: [], notes: [`${question.what} is not to be had in ${region}: ${error.message}`] };
    const fix = isDenied(error) ? `; allow ${question.needs}, and adopt again` : "";
    return { what: question.what, region, why: `${failureText(error)}${fix}` };
  }
}

function askedIn(region: string, { account, baseline, clients, isOurs }: Asking): Asked {
  const { name: project, identity, defaults } = baseline.account;
  return {
    accountId: account.id,
    project,
    home: account.region,
    region,
    identity,
    defaults: baseline.regions[region]?.defaults ?? defaults,
    clients,
    isOurs: (type, importId) => isOurs(region, type, importId),
  };
}

/** What AWS or the way there said; else the mistake is ours. */
function isAnswer(error: Error): boolean {
  return "$metadata" in error || "code" in error;
}

function isDenied({ name }: Error): boolean {
  return /^(AccessDenied|Unauthori[sz]ed|NotAuthorized|AuthorizationError)/.test(name);
}

// a host that is not known: the service is not in that region
function isNotOffered(error: Error): boolean {
  return /^(OptInRequired|SubscriptionRequired)/.test(error.name) || ("code" in error && error.code === "ENOTFOUND");
}
