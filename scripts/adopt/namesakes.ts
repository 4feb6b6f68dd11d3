import { roleNames } from "@groundplan/account-baseline/config";
import { awsName, boundaryArn, pipelineRoleArns } from "@groundplan/core";
import { type Answer, type Asked, type Question, unless } from "./question.js";

/** Roles and a policy under names that the baseline gives: AWS makes no second one, and no field imports them. */
export const namesakeQuestion: Question = {
  type: "aws_iam_role",
  what: "a role or the boundary under a name that the baseline gives",
  needs: "iam:GetRole and iam:GetPolicy",
  ask: askNamesakes,
};

async function askNamesakes(asked: Asked): Promise<Answer> {
  const { clients, home, isOurs } = asked;
  const iam = await clients.iam(home);
  const stands = async (type: string, id: string, get: Promise<unknown>) =>
    (await unless(get, ({ name }) => /^NoSuchEntity/.test(name))) !== undefined && !isOurs(type, id);
  const policyArn = boundaryArn(asked.accountId, asked.identity.boundary.policyName);
  const [policy, ...roles] = await Promise.all([
    stands("aws_iam_policy", policyArn, iam.getPolicy({ PolicyArn: policyArn })),
    ...namesOf(asked).map(async (name) => ((await stands("aws_iam_role", name, iam.getRole({ RoleName: name }))) ? name : undefined)),
  ]);
  const fix = "take it away, or give it another name, before the baseline is applied";
  return {
    standing: [],
    notes: [
      ...(policy === true ? [`the policy ${policyArn} stands, and the baseline makes one of that name: ${fix}`] : []),
      ...roles.flatMap((name) =>
        typeof name === "string" ? [`the role "${name}" stands, and the baseline makes one of that name: ${fix}`] : [],
      ),
    ],
  };
}

function namesOf({ accountId, project, identity }: Asked): string[] {
  const people = roleNames.filter((role) => identity.roles[role].enabled).map((role) => awsName("aws_iam_role", project, role));
  const pipelines = identity.pipelines === undefined ? [] : Object.values(pipelineRoleArns({ project, accountId }));
  return [...people, ...pipelines.map((arn) => arn.slice(arn.lastIndexOf("/") + 1)), awsName("aws_iam_role", project, "trail")];
}
