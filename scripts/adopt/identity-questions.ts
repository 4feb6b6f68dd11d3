import { type Answer, type Asked, all, nothing, type Question } from "./question.js";

/** Identities, which are the same in every region; only those that the baseline names. */
export const identityQuestions: readonly Question[] = [
  {
    field: "accountAlias",
    type: "aws_iam_account_alias",
    what: "the account's alias",
    needs: "iam:ListAccountAliases",
    ask: askAlias,
  },
  {
    field: "oidcProviders",
    type: "aws_iam_openid_connect_provider",
    what: "the OIDC providers",
    needs: "iam:ListOpenIDConnectProviders",
    shape: "map",
    ask: askOidcProviders,
  },
  {
    field: "samlProviders",
    type: "aws_iam_saml_provider",
    what: "the SAML providers",
    needs: "iam:ListSAMLProviders",
    shape: "map",
    ask: askSamlProviders,
  },
  { field: "users", type: "aws_iam_user", what: "the users", needs: "iam:ListUsers", shape: "list", ask: askUsers },
  { field: "groups", type: "aws_iam_group", what: "the groups", needs: "iam:ListGroups", shape: "list", ask: askGroups },
];

async function askAlias({ clients, home, identity }: Asked): Promise<Answer> {
  const [alias] = await all((await clients.iam(home)).paginateListAccountAliases(), (page) => page.AccountAliases);
  const { alias: wanted } = identity;
  if (alias === undefined) return nothing;
  if (alias === wanted) return { standing: [{ value: alias, importId: alias }] };
  const fix = `to keep it, write "alias: ${alias}" under "identity", and adopt again`;
  const then = wanted === undefined ? "and the baseline leaves it alone" : `and "identity.alias" is "${wanted}", which takes its place`;
  return { standing: [], notes: [`the account's alias is "${alias}", ${then}; ${fix}`] };
}

async function askOidcProviders({ clients, home, identity }: Asked): Promise<Answer> {
  const { oidcProviders, pipelines } = identity;
  const github = pipelines === undefined ? {} : { github: { url: "https://token.actions.githubusercontent.com" } };
  const wanted = Object.entries({ ...oidcProviders, ...github });
  if (wanted.length === 0) return nothing;
  const { OpenIDConnectProviderList: providers = [] } = await (await clients.iam(home)).listOpenIDConnectProviders({});
  const standing = wanted.flatMap(([name, { url }]) =>
    // the ARN ends in the issuer's URL without its scheme
    byArn(name, providers, (arn) => `https://${arn.slice(arn.indexOf("/") + 1)}` === url),
  );
  return { standing };
}

async function askSamlProviders({ clients, home, identity }: Asked): Promise<Answer> {
  const wanted = Object.keys(identity.samlProviders);
  if (wanted.length === 0) return nothing;
  const { SAMLProviderList: providers = [] } = await (await clients.iam(home)).listSAMLProviders({});
  return { standing: wanted.flatMap((name) => byArn(name, providers, (arn) => arn.endsWith(`:saml-provider/${name}`))) };
}

function byArn(name: string, providers: readonly { readonly Arn?: string | undefined }[], isIt: (arn: string) => boolean) {
  const arn = providers.flatMap(({ Arn }) => Arn ?? []).find(isIt);
  return arn === undefined ? [] : [{ name, value: arn, importId: arn }];
}

async function askUsers({ clients, home, identity }: Asked): Promise<Answer> {
  const wanted = Object.keys(identity.users);
  if (wanted.length === 0) return nothing;
  const users = await all((await clients.iam(home)).paginateListUsers(), (page) => page.Users);
  return ofThose(
    wanted,
    users.map(({ UserName }) => UserName),
  );
}

async function askGroups({ clients, home, identity }: Asked): Promise<Answer> {
  const wanted = Object.keys(identity.groups);
  if (wanted.length === 0) return nothing;
  const groups = await all((await clients.iam(home)).paginateListGroups(), (page) => page.Groups);
  return ofThose(
    wanted,
    groups.map(({ GroupName }) => GroupName),
  );
}

function ofThose(wanted: readonly string[], standing: readonly (string | undefined)[]): Answer {
  return { standing: wanted.filter((name) => standing.includes(name)).map((value) => ({ value, importId: value })) };
}
