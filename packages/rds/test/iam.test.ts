import { testPolicies } from "../../testing/test/policies.js";
import { examples } from "./examples.js";

/** Actions that AWS holds to no resource, or to less than one, and where it says so. */
const everywhere = {
  "ecr:GetAuthorizationToken":
    "a token for the registry: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerregistry.html",
};

testPolicies(examples, everywhere);
