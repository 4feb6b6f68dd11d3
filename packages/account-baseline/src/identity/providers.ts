import { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider/index.js";
import { IamSamlProvider } from "@cdktf/provider-aws/lib/iam-saml-provider/index.js";
import { address } from "@groundplan/core";
import { type AccountBlueprint, adopt } from "../blueprint.js";
import { githubUrl } from "./trust.js";

/** OIDC providers by name, GitHub's among them where there are pipelines. */
export function makeOidcProviders({ module, config }: AccountBlueprint): ReadonlyMap<string, IamOpenidConnectProvider> {
  const { oidcProviders, pipelines } = config.identity;
  const github = pipelines === undefined ? {} : { github: { url: githubUrl, clientIds: ["sts.amazonaws.com"] } };
  return new Map(
    Object.entries({ ...oidcProviders, ...github }).map(([name, { url, clientIds }]) => {
      const provider = new IamOpenidConnectProvider(module, `oidc-${name}`, { url, clientIdList: clientIds });
      return [name, adopt(address(provider, module, name), config.existing.oidcProviders[name])];
    }),
  );
}

/** SAML providers by name. */
export function makeSamlProviders({ module, config }: AccountBlueprint): ReadonlyMap<string, IamSamlProvider> {
  return new Map(
    Object.entries(config.identity.samlProviders).map(([name, { metadata }]) => {
      const provider = new IamSamlProvider(module, `saml-${name}`, { name, samlMetadataDocument: metadata });
      return [name, adopt(address(provider, module, name), config.existing.samlProviders[name])];
    }),
  );
}
