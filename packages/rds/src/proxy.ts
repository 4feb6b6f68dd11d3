import { DbProxy } from "@cdktf/provider-aws/lib/db-proxy/index.js";
import { DbProxyDefaultTargetGroup } from "@cdktf/provider-aws/lib/db-proxy-default-target-group/index.js";
import { DbProxyTarget } from "@cdktf/provider-aws/lib/db-proxy-target/index.js";
import type { SecurityGroup as AwsSecurityGroup } from "@cdktf/provider-aws/lib/security-group/index.js";
import { address, type DatabaseProxyContract } from "@groundplan/core";
import { connect, makeSecurityGroup } from "@groundplan/security-group";
import { Fn, type ITerraformDependable, Token } from "cdktf";
import type { Blueprint } from "./blueprint.js";
import { engineTraits } from "./engines.js";
import { PasswordSecret } from "./password-secret.js";
import type { Place } from "./place.js";
import { makeProxyRole } from "./proxy-role.js";
import type { ProxyConfig } from "./schema/master.js";
import { portOf } from "./shape.js";

/** RDS Proxy before a database. */
export interface DatabaseProxy extends DatabaseProxyContract {
  readonly proxy: DbProxy;
  readonly securityGroup: AwsSecurityGroup;
}

/** What a proxy is made beside. */
export interface ProxySetting {
  readonly home: Place;
  readonly secretsKeyArn: string;
  /** The database, as a target names it. */
  readonly target: { readonly dbInstanceIdentifier: string } | { readonly dbClusterIdentifier: string };
  readonly dependsOn: readonly ITerraformDependable[];
}

/** A proxy that clients come to by IAM, each as its own user; it logs in with that user's secret. */
export function makeProxy(blueprint: Blueprint, setting: ProxySetting): DatabaseProxy | undefined {
  const { config } = blueprint;
  if (config.proxy === "off") return undefined;
  const secretArns = makeUserSecrets(blueprint, config.proxy, setting.secretsKeyArn);
  const role = makeProxyRole(blueprint, { secretArns: Object.values(secretArns), keyArn: setting.secretsKeyArn });
  const securityGroup = makeGroup(blueprint, setting.home);
  const proxy = makeDbProxy(blueprint, { ...setting, ...role, securityGroup, secretArns: Object.values(secretArns), data: config.proxy });
  pointTo(blueprint, proxy, { ...setting, data: config.proxy });
  return {
    proxy,
    securityGroup,
    securityGroupId: securityGroup.id,
    endpoint: proxy.endpoint,
    // an ARN's seventh part: arn:aws:rds:eu-west-1:111111111111:db-proxy:prx-0123456789abcdef0
    resourceId: Token.asString(Fn.element(Fn.split(":", proxy.arn), 6)),
    userSecretArns: secretArns,
  };
}

function makeUserSecrets({ module, config }: Blueprint, data: ProxyConfig, keyArn: string): Readonly<Record<string, string>> {
  const secrets = data.users.map((userName) => {
    const secret = new PasswordSecret(module, {
      name: `${config.name}-proxy-${userName.replaceAll("_", "-")}`,
      userName,
      description: `${userName} of the database ${config.name}, by way of its proxy`,
      keyArn,
      suffix: ["proxy", userName],
      passwordVersion: data.passwordVersion,
      protect: config.protect,
    });
    secret.write();
    return [userName, secret.secret.arn] as const;
  });
  return Object.fromEntries(secrets);
}

/** Clients reach the proxy, and the proxy the database. */
function makeGroup({ module, config, wiring }: Blueprint, home: Place): AwsSecurityGroup {
  const group = makeSecurityGroup(module, {
    name: `${config.name}-proxy`,
    description: `Proxy of ${config.name}`,
    vpc: wiring.network,
    suffix: "proxy",
  });
  connect(module, {
    name: "proxy",
    from: { securityGroupId: group.id },
    to: { securityGroupId: home.securityGroup.id },
    port: portOf(config),
    description: `Proxy of ${config.name}`,
  });
  return group;
}

interface DbProxySetting extends ProxySetting {
  readonly roleArn: string;
  readonly policies: readonly ITerraformDependable[];
  readonly securityGroup: AwsSecurityGroup;
  readonly secretArns: readonly string[];
  readonly data: ProxyConfig;
}

// https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-connecting.html#rds-proxy-connecting-iam
function makeDbProxy({ module, config, wiring, overrides }: Blueprint, setting: DbProxySetting): DbProxy {
  const { roleArn, policies, securityGroup, secretArns, data, dependsOn } = setting;
  return address(
    new DbProxy(module, "db-proxy", {
      name: config.name,
      engineFamily: engineTraits[config.engine].dialect === "postgres" ? "POSTGRESQL" : "MYSQL",
      roleArn,
      requireTls: true,
      idleClientTimeout: data.idleClientTimeoutSeconds,
      vpcSubnetIds: [...wiring.network.isolatedSubnetIds],
      vpcSecurityGroupIds: [securityGroup.id],
      auth: secretArns.map((secretArn) => ({ authScheme: "SECRETS", iamAuth: "REQUIRED", secretArn })),
      dependsOn: [...policies, ...dependsOn],
      ...overrides.proxy,
    }),
    module,
  );
}

function pointTo({ module }: Blueprint, proxy: DbProxy, { target, data }: ProxySetting & { readonly data: ProxyConfig }): void {
  const group = address(
    new DbProxyDefaultTargetGroup(module, "proxy-target-group", {
      dbProxyName: proxy.name,
      connectionPoolConfig: {
        maxConnectionsPercent: data.maxConnectionsPercent,
        connectionBorrowTimeout: data.borrowTimeoutSeconds,
      },
    }),
    module,
  );
  address(new DbProxyTarget(module, "proxy-target", { dbProxyName: proxy.name, targetGroupName: group.name, ...target }), module);
}
