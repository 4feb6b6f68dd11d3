import { refusals } from "./arguments.js";

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
 * Arguments and variables are those of PostgreSQL's program. In a GRANT an `_` or a `%` stands for other letters; it is escaped,
 * unless the server takes it as it is (`partial_revokes`, of MySQL alone).
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.DBAccounts.html
 * @see https://dev.mysql.com/doc/refman/8.4/en/grant.html#grant-quoting
 */
export function mysqlProgram(client: "mysql" | "mariadb"): string {
  return [
    "set -eu",
    "user=$1 rights=$2 access=$3",
    "case $rights in",
    ...Object.entries(rightsOf).map(([name, rights]) => `  ${name}) wanted='${rights.join(",")}' ;;`),
    ...refusals,
    `connect() { ${client} --no-defaults --batch --skip-column-names --raw --connect-timeout=30 ${verification[client]} \\`,
    '  --protocol=TCP --ssl-ca="$DATABASE_CA" --host="$DATABASE_HOST" --port="$DATABASE_PORT" "$@"; }',
    functions,
    setsAccount,
    setsRights,
    'echo "$user may connect to $DATABASE_NAME by $access, with the rights of $rights"',
    "",
  ].join("\n");
}

// Passwords go by printf and a pipe: no other process sees them among its arguments, and not every shell's echo leaves backslashes alone.
const functions = String.raw`
as_master() { printf "SET sql_mode = '';\n%s\n" "$1" | MYSQL_PWD="$MASTER_PASSWORD" connect --user="$MASTER_USER" --database="$DATABASE_NAME"; }
as_user() { echo "SELECT 1" | MYSQL_PWD="$USER_PASSWORD" connect --user="$user" "$@" >/dev/null; }
quoted() { printf "'%s'" "$(printf "%s" "$1" | sed "s/['\\\\]/\\\\&/g")"; }
tick=$(printf "\140")
named() { printf "%s%s%s" "$tick" "$(printf "%s" "$1" | sed "s/$tick/&&/g")" "$tick"; }`;

/** Sets the password anew only where the user cannot log in by it: a server salts it each time. */
const setsAccount = `
account="$(quoted "$user")@'%'"
if [ "$access" = iam ]; then by="WITH AWSAuthenticationPlugin AS 'RDS'"; else by="BY $(quoted "$USER_PASSWORD")"; fi
known=$(as_master "SELECT CONCAT(plugin, ' ', ssl_type) FROM mysql.user WHERE user = $(quoted "$user") AND host = '%'")
is_right() {
  case "$access $known" in
    "iam AWSAuthenticationPlugin ANY") ;;
    "password AWSAuthenticationPlugin "*) return 1 ;;
    "password "*" ANY") as_user 2>/dev/null ;;
    *) return 1 ;;
  esac
}
if [ -z "$known" ]; then
  as_master "CREATE USER $account IDENTIFIED $by REQUIRE SSL"
elif ! is_right; then
  as_master "ALTER USER $account IDENTIFIED $by REQUIRE SSL"
fi`;

/** What is missing is given before what is too much is taken back: who works all the while is not locked out. */
const setsRights = String.raw`
schema=$(printf "%s" "$DATABASE_NAME" | sed 's/[_%\\]/\\&/g')
case $(as_master "SHOW GLOBAL VARIABLES LIKE 'partial_revokes'") in *ON) schema=$DATABASE_NAME ;; esac
held="FROM information_schema.schema_privileges
  WHERE grantee = CONCAT(CHAR(39), $(quoted "$user"), CHAR(39), '@', CHAR(39), '%', CHAR(39)) AND table_schema = $(quoted "$schema")"
rights_where() { as_master "SELECT COALESCE(GROUP_CONCAT(name ORDER BY name), '') FROM (
  SELECT privilege_type AS name $held UNION SELECT 'GRANT OPTION' $held AND is_grantable = 'YES') AS rights WHERE $1"; }
given=$(rights_where "FIND_IN_SET(name, '$wanted')")
surplus=$(rights_where "NOT FIND_IN_SET(name, '$wanted,USAGE')")
[ "$given" = "$wanted" ] || as_master "GRANT $wanted ON $(named "$schema").* TO $account"
[ -z "$surplus" ] || as_master "REVOKE $surplus ON $(named "$schema").* FROM $account"
[ "$access" = iam ] || as_user --database="$DATABASE_NAME"`;
