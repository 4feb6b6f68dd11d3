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
  "case $rights in",
  "  read) tables=SELECT sequences=SELECT withheld='INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER' ;;",
  "  readWrite) tables='SELECT, INSERT, UPDATE, DELETE' sequences='USAGE, SELECT, UPDATE' withheld='TRUNCATE, REFERENCES, TRIGGER' ;;",
  "  owner) tables=ALL sequences=ALL withheld= ;;",
  "esac",
  'as_master() { PGUSER="$MASTER_USER" PGPASSWORD="$MASTER_PASSWORD" psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 "$@"; }',
  'as_user() { PGUSER="$user" PGPASSWORD="$USER_PASSWORD" psql --no-psqlrc --quiet --no-password --command "SELECT 1" >/dev/null 2>&1; }',
  // the server is told a hash alone, so that no log can hold the password; without a terminal psql reads it from its input
  "set_password() {",
  '  printf "%s\\n%s\\n" "$USER_PASSWORD" "$USER_PASSWORD" | setsid sh -c \'psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --command "\\password $1" 2>&1\' sh "$user"',
  "}",
  'sql=$(cat <<"END"',
  "BEGIN;",
  "SELECT format('CREATE ROLE %I LOGIN', :'user') WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'user') \\gexec",
  "SELECT format('GRANT rds_iam TO %I', :'user') WHERE :'access' = 'iam' AND NOT EXISTS (",
  "  SELECT FROM pg_auth_members WHERE roleid = to_regrole('rds_iam') AND member = to_regrole(:'user')) \\gexec",
  "SELECT format('REVOKE rds_iam FROM %I', :'user') WHERE :'access' <> 'iam' AND EXISTS (",
  "  SELECT FROM pg_auth_members WHERE roleid = to_regrole('rds_iam') AND member = to_regrole(:'user')) \\gexec",
  // the master grants on what an owner has made as one of its own
  "SELECT format('GRANT %I TO CURRENT_USER', :'user') WHERE :'rights' = 'owner' AND NOT pg_has_role(current_user, :'user', 'USAGE') \\gexec",
  'GRANT CONNECT ON DATABASE :"DBNAME" TO :"user";',
  'GRANT USAGE ON SCHEMA public TO :"user";',
  'GRANT :tables ON ALL TABLES IN SCHEMA public TO :"user";',
  'GRANT :sequences ON ALL SEQUENCES IN SCHEMA public TO :"user";',
  "SELECT format('GRANT CREATE ON SCHEMA public TO %I', :'user') WHERE :'rights' = 'owner' \\gexec",
  "SELECT format('REVOKE CREATE ON SCHEMA public FROM %I', :'user') WHERE :'rights' <> 'owner' \\gexec",
  "SELECT format('REVOKE %s ON ALL TABLES IN SCHEMA public FROM %I', :'withheld', :'user') WHERE :'withheld' <> '' \\gexec",
  "SELECT format('REVOKE USAGE, UPDATE ON ALL SEQUENCES IN SCHEMA public FROM %I', :'user') WHERE :'rights' = 'read' \\gexec",
  // what is made later is like what is there: by the master, and by owners
  "SELECT format('ALTER DEFAULT PRIVILEGES FOR ROLE %I IN SCHEMA public %s', maker.rolname, change) FROM pg_roles AS maker,",
  "  LATERAL (VALUES",
  "    (format('GRANT %s ON TABLES TO %I', :'tables', :'user')),",
  "    (format('GRANT %s ON SEQUENCES TO %I', :'sequences', :'user')),",
  "    (CASE WHEN :'withheld' <> '' THEN format('REVOKE %s ON TABLES FROM %I', :'withheld', :'user') END),",
  "    (CASE WHEN :'rights' = 'read' THEN format('REVOKE USAGE, UPDATE ON SEQUENCES FROM %I', :'user') END)",
  "  ) AS changes (change)",
  "  WHERE change IS NOT NULL AND maker.rolname <> :'user' AND maker.rolname !~ '^(pg_|rds)' AND maker.rolcanlogin",
  "  AND pg_has_role(current_user, maker.oid, 'USAGE') AND has_schema_privilege(maker.oid, 'public', 'CREATE') \\gexec",
  "COMMIT;",
  "END",
  ")",
  'printf "%s\\n" "$sql" | as_master --set user="$user" --set rights="$rights" --set access="$access" \\',
  '  --set tables="$tables" --set sequences="$sequences" --set withheld="$withheld"',
  'if [ "$access" = password ] && ! as_user; then',
  '  PGUSER="$MASTER_USER" PGPASSWORD="$MASTER_PASSWORD" set_password',
  "  as_user",
  "fi",
  'echo "$user may connect to $DATABASE_NAME by $access, with the rights of $rights"',
  "",
].join("\n");
