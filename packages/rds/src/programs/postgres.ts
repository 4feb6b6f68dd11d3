import { refusals } from "./arguments.js";
import { postgresStatements } from "./postgres-statements.js";

/**
 * Makes a user of PostgreSQL, or sets right what it may do; where all is right already it changes nothing.
 *
 * Arguments: user, rights (`read`, `readWrite`, `owner`), access (`iam`, `password`). Variables: `DATABASE_HOST`, `DATABASE_PORT`,
 * `DATABASE_NAME`, `DATABASE_CA` (a file), `MASTER_USER`, `MASTER_PASSWORD`, and `USER_PASSWORD` for access by password.
 * Nothing in it is in braces, which Terraform would take for its own; values come by psql's variables, which quote them.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.DBAccounts.html#UsingWithRDS.IAMDBAuth.DBAccounts.PostgreSQL
 */
export const postgresProgram = [
  "set -eu",
  "user=$1 rights=$2 access=$3",
  'export PGHOST="$DATABASE_HOST" PGPORT="$DATABASE_PORT" PGDATABASE="$DATABASE_NAME"',
  'export PGSSLMODE=verify-full PGSSLROOTCERT="$DATABASE_CA" PGCONNECT_TIMEOUT=30',
  "all_of_tables='SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER' all_of_sequences='USAGE, SELECT, UPDATE'",
  "case $rights in",
  "  read) schema=USAGE tables=SELECT sequences=SELECT ;;",
  "  readWrite) schema=USAGE tables='SELECT, INSERT, UPDATE, DELETE' sequences=$all_of_sequences ;;",
  "  owner) schema='USAGE, CREATE' tables=$all_of_tables sequences=$all_of_sequences ;;",
  ...refusals,
  'as_master() { PGUSER="$MASTER_USER" PGPASSWORD="$MASTER_PASSWORD" "$@"; }',
  'as_user() { PGUSER="$user" PGPASSWORD="$USER_PASSWORD" psql --no-psqlrc --quiet --no-password --command "SELECT 1" >/dev/null; }',
  // the server is told a hash alone, so that no log can hold the password; without a terminal psql reads it from its input
  "set_password() {",
  '  printf "%s\\n%s\\n" "$USER_PASSWORD" "$USER_PASSWORD" | as_master setsid \\',
  '    psql --no-psqlrc --quiet --no-password --set ON_ERROR_STOP=1 --set user="$user" --command \'\\password :"user"\' 2>&1',
  "}",
  'as_master psql --no-psqlrc --quiet --no-password --set ON_ERROR_STOP=1 --set user="$user" --set rights="$rights" --set access="$access" \\',
  '  --set schema="$schema" --set tables="$tables" --set sequences="$sequences" \\',
  '  --set all_of_tables="$all_of_tables" --set all_of_sequences="$all_of_sequences" <<"END"',
  postgresStatements,
  "END",
  'if [ "$access" = password ] && ! as_user 2>/dev/null; then',
  "  set_password",
  "  as_user",
  "fi",
  'echo "$user may connect to $DATABASE_NAME by $access, with the rights of $rights"',
  "",
].join("\n");
