import pLimit from "p-limit";
import { failureText } from "../failure.js";
import { accountQuestions } from "./account-questions.js";
import { identityQuestions } from "./identity-questions.js";
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

/** Asks for all that the baseline may adopt, in the home region and in the others; what cannot be asked holds nothing else up. */
export async function find(asked: Omit<Asked, "region">, regions: readonly string[]): Promise<Found> {
  const { home } = asked;
  const ofAccount = [...accountQuestions, ...identityQuestions, unusedAccessQuestion].map((question) => ({ question }));
  const ofRegions = [home, ...regions].flatMap((region) => regionQuestions.map((question) => ({ question, region })));
  // AWS' lists allow a few requests a second
  const limit = pLimit(8);
  const answers = [...ofAccount, ...ofRegions].map((one) => limit(() => answerOf(one, asked)));
  const said = await Promise.all(answers);
  return {
    answered: said.flatMap((one) => ("question" in one ? [one] : [])),
    unanswered: said.flatMap((one) => ("question" in one ? [] : [one])),
  };
}

interface InRegion {
  readonly question: Question;
  readonly region?: string;
}

async function answerOf({ question, ...place }: InRegion, asked: Omit<Asked, "region">): Promise<Answered | Unanswered> {
  const region = place.region ?? asked.home;
  try {
    return { question, ...place, ...(await question.ask({ ...asked, region })) };
  } catch (error) {
    if (!(error instanceof Error) || !isAnswer(error)) throw error;
    if (isNotOffered(error)) return { question, ...place, standing: [], notes: [`${region} has no ${question.what}: ${error.message}`] };
    const fix = isDenied(error) ? `; allow ${question.needs}, and adopt again` : "";
    return { what: question.what, region, why: `${failureText(error)}${fix}` };
  }
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
