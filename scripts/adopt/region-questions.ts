import { isHubOff } from "./account-questions.js";
import { type Answer, type Asked, all, nothing, type Question, unless } from "./question.js";

/** What stands once a region; asked in each. */
export const regionQuestions: readonly Question[] = [
  {
    field: "recorder",
    type: "aws_config_configuration_recorder",
    what: "AWS Config's recorder",
    needs: "config:DescribeConfigurationRecorders",
    ask: askRecorder,
  },
  {
    field: "deliveryChannel",
    type: "aws_config_delivery_channel",
    what: "AWS Config's delivery channel",
    needs: "config:DescribeDeliveryChannels",
    ask: askChannel,
  },
  {
    field: "detector",
    type: "aws_guardduty_detector",
    what: "GuardDuty's detector",
    needs: "guardduty:ListDetectors",
    ask: askDetector,
  },
  { field: "securityHub", type: "aws_securityhub_account", what: "Security Hub", needs: "securityhub:DescribeHub", ask: askHub },
  { field: "macie", type: "aws_macie2_account", what: "Macie", needs: "macie2:GetMacieSession", ask: askMacie },
  {
    field: "accessAnalyzer",
    type: "aws_accessanalyzer_analyzer",
    what: "the analyzer of access from outside",
    needs: "access-analyzer:ListAnalyzers",
    ask: (asked) => askAnalyzer(asked, asked.defaults.accessAnalyzer === "organization" ? "ORGANIZATION" : "ACCOUNT"),
  },
];

/** The analyzer of unused access, which looks at identities: the home region's. */
export const unusedAccessQuestion: Question = {
  field: "unusedAccessAnalyzer",
  type: "aws_accessanalyzer_analyzer",
  what: "the analyzer of unused access",
  needs: "access-analyzer:ListAnalyzers",
  ask: (asked) => askAnalyzer(asked, "ACCOUNT_UNUSED_ACCESS"),
};

// a recorder with a service's principal is that service's own: https://docs.aws.amazon.com/config/latest/APIReference/API_ConfigurationRecorder.html
async function askRecorder({ clients, region }: Asked): Promise<Answer> {
  const { ConfigurationRecorders: recorders = [] } = await (await clients.config(region)).describeConfigurationRecorders({});
  return named(recorders.filter(({ servicePrincipal }) => servicePrincipal === undefined).map(({ name }) => name));
}

async function askChannel({ clients, region }: Asked): Promise<Answer> {
  const { DeliveryChannels: channels = [] } = await (await clients.config(region)).describeDeliveryChannels({});
  return named(channels.map(({ name }) => name));
}

async function askDetector({ clients, region }: Asked): Promise<Answer> {
  return named(await all((await clients.guardDuty(region)).paginateListDetectors(), (page) => page.DetectorIds));
}

async function askHub({ clients, region, accountId }: Asked): Promise<Answer> {
  const hub = await unless((await clients.securityHub(region)).describeHub({}), isHubOff);
  return hub?.HubArn === undefined ? nothing : { standing: [{ value: true, importId: accountId }] };
}

// Macie says that it is off as if it were not allowed: https://docs.aws.amazon.com/macie/latest/APIReference/macie.html
async function askMacie({ clients, region, accountId }: Asked): Promise<Answer> {
  const session = (await clients.macie(region)).getMacieSession({});
  const found = await unless(session, ({ name, message }) => name === "AccessDeniedException" && /not enabled/i.test(message));
  return found?.status === undefined ? nothing : { standing: [{ value: true, importId: accountId }] };
}

async function askAnalyzer({ clients, region }: Asked, type: string): Promise<Answer> {
  const analyzers = await all((await clients.accessAnalyzer(region)).paginateListAnalyzers(), (page) => page.analyzers);
  return named(analyzers.filter((analyzer) => analyzer.type === type).map(({ name }) => name));
}

function named(names: readonly (string | undefined)[]): Answer {
  return { standing: names.flatMap((value) => (value === undefined ? [] : [{ value, importId: value }])) };
}
