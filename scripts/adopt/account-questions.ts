import { type Answer, type Asked, all, nothing, type Question, unless } from "./question.js";

/** What an account has once, beside its identities; asked in its home region. */
export const accountQuestions: readonly Question[] = [
  { field: "trail", type: "aws_cloudtrail", what: "a trail of all regions", needs: "cloudtrail:DescribeTrails", ask: askTrail },
  {
    field: "configRole",
    type: "aws_iam_service_linked_role",
    what: "the role AWSServiceRoleForConfig",
    needs: "iam:GetRole",
    ask: askConfigRole,
  },
  {
    field: "findingAggregator",
    type: "aws_securityhub_finding_aggregator",
    what: "Security Hub's finding aggregator",
    needs: "securityhub:ListFindingAggregators",
    ask: askAggregator,
  },
  {
    field: "anomalyMonitor",
    type: "aws_ce_anomaly_monitor",
    what: "the cost anomaly monitor of services",
    needs: "ce:GetAnomalyMonitors",
    ask: askMonitor,
  },
];

// https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_Trail.html
async function askTrail({ clients, home, accountId }: Asked): Promise<Answer> {
  const { trailList: trails = [] } = await (await clients.cloudTrail(home)).describeTrails({ includeShadowTrails: true });
  const whyNot = (trail: (typeof trails)[number]): string | undefined => {
    if (trail.IsOrganizationTrail) return "is an organization's, which this account does not own: it stays as it is";
    const price = "it stays, at 2 USD for each 100,000 events that it writes a second time";
    if (trail.HomeRegion !== home) return `has its home in ${trail.HomeRegion}, and ${home} is the account's; ${price}`;
    return trail.IsMultiRegionTrail ? undefined : `is of ${home} alone; ${price}`;
  };
  const standing = trails.flatMap((trail) => {
    const { Name: value, TrailARN: importId = `arn:aws:cloudtrail:${home}:${accountId}:trail/${value}` } = trail;
    return value === undefined || whyNot(trail) !== undefined ? [] : [{ value, importId }];
  });
  const notes = trails.flatMap((trail) => {
    const why = whyNot(trail);
    return why === undefined ? [] : [`the trail "${trail.Name}" ${why}`];
  });
  return { standing, notes };
}

async function askConfigRole({ clients, home, accountId }: Asked): Promise<Answer> {
  const role = (await clients.iam(home)).getRole({ RoleName: "AWSServiceRoleForConfig" });
  const found = await unless(role, ({ name }) => name === "NoSuchEntity" || name === "NoSuchEntityException");
  if (found === undefined) return nothing;
  const importId = `arn:aws:iam::${accountId}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig`;
  return { standing: [{ value: true, importId }] };
}

// https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_ListFindingAggregators.html
async function askAggregator({ clients, home }: Asked): Promise<Answer> {
  const pages = (await clients.securityHub(home)).paginateListFindingAggregators();
  const found = await unless(
    all(pages, (page) => page.FindingAggregators),
    isHubOff,
  );
  const arns = (found ?? []).flatMap(({ FindingAggregatorArn: arn }) => arn ?? []);
  const [here, elsewhere] = [arns.filter((arn) => regionOf(arn) === home), arns.filter((arn) => regionOf(arn) !== home)];
  return {
    standing: here.map((arn) => ({ value: arn, importId: arn })),
    notes: elsewhere.map(
      (arn) =>
        `Security Hub's findings come together in ${regionOf(arn)}, and an account has one such region: ` +
        `delete that aggregator, or write "aggregation: off" under "audit.securityHub"`,
    ),
  };
}

// https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_AnomalyMonitor.html
async function askMonitor({ clients }: Asked): Promise<Answer> {
  // the service has one endpoint
  const pages = (await clients.costExplorer("us-east-1")).paginateGetAnomalyMonitors();
  const monitors = await all(pages, (page) => page.AnomalyMonitors);
  const ofServices = monitors.filter((one) => one.MonitorType === "DIMENSIONAL" && one.MonitorDimension === "SERVICE");
  return { standing: ofServices.flatMap(({ MonitorArn: arn }) => (arn === undefined ? [] : [{ value: arn, importId: arn }])) };
}

/** "Account 444444444444 is not subscribed to AWS Security Hub" */
export function isHubOff({ name }: Error): boolean {
  return name === "InvalidAccessException";
}

const regionOf = (arn: string): string => arn.split(":")[3] ?? "";
