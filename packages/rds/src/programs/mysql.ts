/** The two clients' words for "verify the server's certificate and its name". */
const verification = {
  mysql: "--ssl-mode=VERIFY_IDENTITY",
  mariadb: "--ssl-verify-server-cert",
} as const;

const rightsOf = {
  read: ["SELECT", "SHOW VIEW"],
  readWrite: ["CREATE TEMPORARY TABLES", "DELETE", "EXECUTE", "INSERT", "LOCK TABLES", "SELECT", "SHOW VIEW", "UPDATE"],
  owner: [
    "ALTER",
    "ALTER ROUTINE",
    "CREATE",
    "CREATE ROUTINE",
    "CREATE TEMPORARY TABLES",
    "CREATE VIEW",
    "DELETE",
    "DROP",
    "EVENT",
    "EXECUTE",
    "INDEX",
    "INSERT",
    "LOCK TABLES",
    "REFERENCES",
    "SELECT",
    "SHOW VIEW",
    "TRIGGER",
    "UPDATE",
  ],
} as const;

/**
 * Makes a user of MySQL or MariaDB, or sets right what it may do; where all is right already it changes nothing.
 *
 * Arguments and variables are those of PostgreSQL's program. Names are letters, digits and `_` alone, so that they need no quoting;
 * an `_` would stand for any letter in a GRANT, and is escaped there.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.DBAccounts.html
 */
export function mysqlProgram(client: "mysql" | "mariadb"): string {
  return [
    "set -eu",
    "user=$1 rights=$2 access=$3",
    "case $rights in",
    ...Object.entries(rightsOf).map(([name, rights]) => `  ${name}) wanted='${rights.join(",")}' ;;`),
    "esac",
    `connect() { ${client} --no-defaults --batch --skip-column-names --connect-timeout=30 ${verification[client]} \\`,
    '  --ssl-ca="$DATABASE_CA" --host="$DATABASE_HOST" --port="$DATABASE_PORT" --user="$1"; }',
    // by printf and a pipe: no other process sees a password among its arguments, and not every shell's echo leaves backslashes alone
    'as_master() { printf "%s\\n" "$1" | MYSQL_PWD="$MASTER_PASSWORD" connect "$MASTER_USER"; }',
    'as_user() { printf "SELECT 1\\n" | MYSQL_PWD="$USER_PASSWORD" connect "$user" >/dev/null 2>&1; }',
    "by_iam=\"WITH AWSAuthenticationPlugin AS 'RDS'\"",
    "account=\"'$user'@'%'\"",
    'schema=$(printf "%s" "$DATABASE_NAME" | sed "s/_/\\\\\\\\_/g")',
    "plugin=$(as_master \"SELECT plugin FROM mysql.user WHERE user = '$user' AND host = '%'\")",
    'if [ "$access" = iam ]; then',
    '  if [ -z "$plugin" ]; then as_master "CREATE USER $account IDENTIFIED $by_iam REQUIRE SSL"',
    '  elif [ "$plugin" != AWSAuthenticationPlugin ]; then as_master "ALTER USER $account IDENTIFIED $by_iam REQUIRE SSL"; fi',
    'elif [ -z "$plugin" ]; then',
    "  as_master \"CREATE USER $account IDENTIFIED BY '$USER_PASSWORD' REQUIRE SSL\"",
    "elif ! as_user; then",
    "  as_master \"ALTER USER $account IDENTIFIED BY '$USER_PASSWORD' REQUIRE SSL\"",
    "fi",
    'given=$(as_master "SELECT GROUP_CONCAT(privilege_type ORDER BY privilege_type) FROM information_schema.schema_privileges',
    "  WHERE grantee = \\\"$account\\\" AND REPLACE(table_schema, CHAR(92), '') = '$DATABASE_NAME'\")",
    'if [ "$given" != "$wanted" ]; then',
    // the one grant is taken back and made anew: MariaDB knows no REVOKE IF EXISTS
    '  if [ "$given" != NULL ]; then as_master "REVOKE ALL PRIVILEGES ON \\`$schema\\`.* FROM $account"; fi',
    '  as_master "GRANT $wanted ON \\`$schema\\`.* TO $account"',
    "fi",
    'echo "$user may connect to $DATABASE_NAME by $access, with the rights of $rights"',
    "",
  ].join("\n");
}
