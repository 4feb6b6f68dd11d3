import { roleNames } from "@groundplan/account-baseline/config";
import { awsName, boundaryArn, pipelineRoleArns } from "@groundplan/core";
import { type Answer, type Asked, nothing, type Question, unless } from "./question.js";

/** Roles under names that the baseline gives: AWS makes no second one, and no field imports them. */
export const namesakeQuestion: Question = {
  type: "aws_iam_role",
  what: "a role under a name that the baseline gives",
  needs: "iam:GetRole",
  ask: askNamesakes,
};

/** The boundary, under the name that the baseline gives it. */
export const boundaryQuestion: Question = {
  field: "boundary",
  type: "aws_iam_policy",
  what: "the policy of the boundary's name",
  needs: "iam:GetPolicy",
  ask: askBoundary,
};

async function askBoundary({ accountId, identity, clients, home }: Asked): Promise<Answer> {
  const policyArn = boundaryArn(accountId, identity.boundary.policyName);
  const found = await unless((await clients.iam(home)).getPolicy({ PolicyArn: policyArn }), isAbsent);
  return found === undefined ? nothing : { standing: [{ value: true, importId: policyArn }] };
}

async function askNamesakes(asked: Asked): Promise<Answer> {
  const iam = await asked.clients.iam(asked.home);
  const found = await Promise.all(
    namesOf(asked).map(async (name) => {
      const role = await unless(iam.getRole({ RoleName: name }), isAbsent);
      return role === undefined || asked.isOurs("aws_iam_role", name) ? [] : [name];
    }),
  );
  const fix = "take it away, or give it another name, before the baseline is applied";
  return { standing: [], notes: found.flat().map((name) => `the role "${name}" stands, and the baseline makes one of that name: ${fix}`) };
}

const isAbsent = ({ name }: Error): boolean => /^NoSuchEntity/.test(name);

function namesOf({ accountId, project, identity }: Asked): string[] {
  const people = roleNames.filter((role) => identity.roles[role].enabled).map((role) => awsName("aws_iam_role", project, role));
  const pipelines = identity.pipelines === undefined ? [] : Object.values(pipelineRoleArns({ project, accountId }));
  return [...people, ...pipelines.map((arn) => arn.slice(arn.lastIndexOf("/") + 1)), awsName("aws_iam_role", project, "trail")];
}
