import type { Replacements } from "./replacements.js";

const group = {
  arguments: {
    name_prefix: "main-",
    description: "one",
    family: "postgres16",
    parameter: [{ name: "a", value: "1", apply_method: "immediate" }],
  },
  computed: { id: "main-1", name: "main-1" },
  replacing: { name_prefix: "other-", description: "another", family: "postgres17" },
  updating: { parameter: [{ name: "a", value: "2", apply_method: "immediate" }] },
};

export const ofGroups: readonly Replacements[] = [
  { type: "aws_db_parameter_group", ...group },
  { type: "aws_rds_cluster_parameter_group", ...group },
  {
    type: "aws_db_option_group",
    arguments: { name_prefix: "main-", option_group_description: "one", engine_name: "mysql", major_engine_version: "8.0" },
    computed: { id: "main-1", name: "main-1" },
    replacing: { engine_name: "mariadb", major_engine_version: "8.4", name_prefix: "other-", option_group_description: "another" },
    updating: {},
  },
  {
    type: "aws_db_subnet_group",
    arguments: { name: "main", description: "one", subnet_ids: ["subnet-1"] },
    computed: { id: "main" },
    replacing: { name: "other" },
    updating: { description: "another", subnet_ids: ["subnet-1", "subnet-2"] },
  },
];
