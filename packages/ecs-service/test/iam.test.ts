import { testPolicies } from "../../testing/test/policies.js";
import { examples } from "./examples.js";

/** Actions that AWS holds to no resource, or to less than one, and where it says so. */
const everywhere = {
  "ecr:GetAuthorizationToken":
    "a token for the registry: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerregistry.html",
  "elasticloadbalancing:DescribeListeners":
    "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselasticloadbalancingv2.html",
  "elasticloadbalancing:DescribeRules":
    "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselasticloadbalancingv2.html",
  "elasticloadbalancing:DescribeTargetGroups":
    "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselasticloadbalancingv2.html",
  "logs:DescribeLogGroups": "a list: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-logging",
  "ssmmessages:CreateControlChannel":
    "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonmessagegatewayservice.html",
  "ssmmessages:CreateDataChannel":
    "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonmessagegatewayservice.html",
  "ssmmessages:OpenControlChannel":
    "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonmessagegatewayservice.html",
  "ssmmessages:OpenDataChannel": "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonmessagegatewayservice.html",
  "xray:PutTelemetryRecords": "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsx-ray.html",
  "xray:PutTraceSegments": "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsx-ray.html",
};

testPolicies(examples, everywhere);
