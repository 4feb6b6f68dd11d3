import type { ImageRepository as ImageRepositoryContract } from "@groundplan/core";
import { synthesize, type Template } from "@groundplan/testing";
import { TerraformOutput, Token } from "cdktf";
import { describe, expect, it } from "vitest";
import { imageRepository } from "../examples/image-repository.js";
import { ImageRepository, type ImageRepositoryProps } from "../src/index.js";

const given = { name: "shop/api", accountId: "333333333333", region: "eu-west-1" } as const;
const encryptionKey = { keyArn: "arn:aws:kms:eu-west-1:333333333333:key/data" };

function repositoryTemplate(props: Partial<ImageRepositoryProps> = {}): Template {
  return synthesize((stack) => void new ImageRepository(stack, "api", { ...given, ...props }));
}

describe("ImageRepository", () => {
  it("has the addresses of its version", () => {
    expect(synthesize((stack) => void imageRepository(stack))).toHaveAddresses("golden/addresses.txt");
  });

  it("has the IAM statements of its version", async () => {
    const statements = synthesize((stack) => void imageRepository(stack)).iamStatements();
    await expect(`${JSON.stringify(statements, undefined, 2)}\n`).toMatchFileSnapshot("golden/iam.json");
  });

  it("has tags that stay, and images that are scanned and encrypted", () => {
    expect(repositoryTemplate({ encryptionKey })).toHaveResource("aws_ecr_repository", {
      name: "shop/api",
      image_tag_mutability: "IMMUTABLE",
      image_scanning_configuration: { scan_on_push: true },
      encryption_configuration: [{ encryption_type: "KMS", kms_key: encryptionKey.keyArn }],
    });
  });

  it("makes a key only where none is given, by the repository's name", () => {
    expect(repositoryTemplate({ encryptionKey }).resources("aws_kms_key")).toEqual({});
    const template = repositoryTemplate({ name: "shop/api.v2" });
    expect(template).toHaveResource("aws_ecr_repository", {
      encryption_configuration: [{ encryption_type: "KMS", kms_key: "${aws_kms_key.api_key.arn}" }],
    });
    expect(template).toHaveResource("aws_kms_alias", { name: "alias/shop/api-v2" });
  });

  it("cannot be destroyed by a plan, unless its protection was taken off: then its images go along", () => {
    expect(repositoryTemplate()).toHaveResource("aws_ecr_repository", { force_delete: false, lifecycle: { prevent_destroy: true } });
    const open = repositoryTemplate({ protect: false });
    expect(open).toHaveResource("aws_ecr_repository", { force_delete: true, lifecycle: { prevent_destroy: false } });
    expect(open).toHaveResource("aws_kms_key", { lifecycle: { prevent_destroy: false } });
  });

  it("lets tags move, and images go unscanned, when told", () => {
    expect(repositoryTemplate({ immutableTags: false, scanOnPush: false })).toHaveResource("aws_ecr_repository", {
      image_tag_mutability: "MUTABLE",
      image_scanning_configuration: { scan_on_push: false },
    });
  });

  it("is the contract that consumers ask for", () => {
    const template = synthesize((stack) => {
      const { repositoryArn, repositoryUrl }: ImageRepositoryContract = new ImageRepository(stack, "api", given);
      new TerraformOutput(stack, "contract", { value: { repositoryArn, repositoryUrl }, staticId: true });
    });
    expect(template).toHaveOutput("contract", {
      repositoryArn: "${aws_ecr_repository.api.arn}",
      repositoryUrl: "${aws_ecr_repository.api.repository_url}",
    });
  });

  it("lets arguments be overridden that no property covers", () => {
    expect(repositoryTemplate({ overrides: { repository: { tags: { Team: "api" } } } })).toHaveResource("aws_ecr_repository", {
      tags: { Team: "api" },
    });
  });
});

describe("its policy", () => {
  const statements = (props: Partial<ImageRepositoryProps>) =>
    repositoryTemplate({ encryptionKey, ...props })
      .iamStatements()
      .map(({ statement }) => statement);

  it("is not there where nobody else is let in", () => {
    expect(repositoryTemplate().resources("aws_ecr_repository_policy")).toEqual({});
  });

  it("lets accounts pull, and write nothing", () => {
    expect(statements({ pullAccountIds: ["222222222222", "111111111111", "222222222222"] })).toEqual([
      {
        Sid: "AccountsPull",
        Effect: "Allow",
        Principal: { AWS: ["arn:aws:iam::111111111111:root", "arn:aws:iam::222222222222:root"] },
        Action: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:DescribeImages", "ecr:GetDownloadUrlForLayer"],
      },
    ]);
  });

  it("lets a role push that need not exist yet, and nobody else of its account", () => {
    const role = "arn:aws:iam::444444444444:role/build";
    expect(statements({ pushRoleArns: [role] })).toEqual([
      {
        Sid: "RolesPush",
        Effect: "Allow",
        Principal: { AWS: ["arn:aws:iam::444444444444:root"] },
        Action: [
          "ecr:BatchCheckLayerAvailability",
          "ecr:BatchGetImage",
          "ecr:CompleteLayerUpload",
          "ecr:DescribeImages",
          "ecr:GetDownloadUrlForLayer",
          "ecr:InitiateLayerUpload",
          "ecr:PutImage",
          "ecr:UploadLayerPart",
        ],
        Condition: { ArnEquals: { "aws:PrincipalArn": [role] } },
      },
    ]);
  });

  it("lets nobody delete an image, or change the repository", () => {
    const actions = statements({ pullAccountIds: ["111111111111"], pushRoleArns: ["arn:aws:iam::444444444444:role/build"] }).flatMap(
      ({ Action }) => Action ?? [],
    );
    expect(actions.filter((action) => /Delete|SetRepository|PutLifecycle|\*/.test(action))).toEqual([]);
  });
});

describe("its lifecycle policy", () => {
  const rules = (props: Partial<ImageRepositoryProps> = {}): unknown => {
    const { policy } = repositoryTemplate(props).resource("aws_ecr_lifecycle_policy");
    return JSON.parse(String(policy)).rules;
  };
  const action = { type: "expire" };

  it("keeps the newest hundred, whatever their tags, and expires what has none", () => {
    expect(rules()).toEqual([
      {
        rulePriority: 1,
        description: "keep the newest releases",
        selection: { tagStatus: "tagged", tagPatternList: ["*"], countType: "imageCountMoreThan", countNumber: 100 },
        action,
      },
      {
        rulePriority: 2,
        description: "expire what has no tag",
        selection: { tagStatus: "untagged", countType: "sinceImagePushed", countUnit: "days", countNumber: 14 },
        action,
      },
    ]);
  });

  it("has a rule for each prefix, since one for two means images that have both, and releases come before others", () => {
    expect(
      rules({ releaseTagPrefixes: ["v", "release-"], keepReleases: 30, expireOtherTagsAfterDays: 60, expireUntaggedAfterDays: 1 }),
    ).toMatchObject([
      { rulePriority: 1, selection: { tagPrefixList: ["v"], countNumber: 30 } },
      { rulePriority: 2, selection: { tagPrefixList: ["release-"], countNumber: 30 } },
      { rulePriority: 3, selection: { tagStatus: "tagged", tagPatternList: ["*"], countType: "sinceImagePushed", countNumber: 60 } },
      { rulePriority: 4, selection: { tagStatus: "untagged", countNumber: 1 } },
    ]);
  });

  it("keeps other tags for good where nothing is said of them", () => {
    expect(rules({ releaseTagPrefixes: ["v"] })).toHaveLength(2);
  });

  it("names the repository, so that it comes after it", () => {
    expect(repositoryTemplate()).toHaveResource("aws_ecr_lifecycle_policy", { repository: "${aws_ecr_repository.api.name}" });
  });

  it("refuses numbers that are not known yet where they decide which rules there are", () => {
    const days = Token.asNumber("${var.days}");
    expect(() => repositoryTemplate({ releaseTagPrefixes: ["v"], expireOtherTagsAfterDays: days })).toThrow(
      '"expireOtherTagsAfterDays" must be known at synth: the rules are written out as text',
    );
    expect(() => repositoryTemplate({ keepReleases: days })).toThrow(
      '"keepReleases" must be known at synth: the rules are written out as text',
    );
  });
});
