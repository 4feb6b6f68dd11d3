// Each query makes statements, which \gexec runs: those alone that change something.

const role = String.raw`
SELECT format('CREATE ROLE %I LOGIN', :'user') WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'user') \gexec
SELECT format('ALTER ROLE %I LOGIN', :'user') FROM pg_roles WHERE rolname = :'user' AND NOT rolcanlogin \gexec
SELECT oid AS user_id FROM pg_roles WHERE rolname = :'user' \gset
SELECT format(CASE :'access' WHEN 'iam' THEN 'GRANT rds_iam TO %I' ELSE 'REVOKE rds_iam FROM %I' END, :'user')
  WHERE (:'access' = 'iam') <> EXISTS (SELECT FROM pg_auth_members JOIN pg_roles AS iam ON iam.oid = roleid
    WHERE rolname = 'rds_iam' AND member = :user_id) \gexec`;

/**
 * Only who belongs to a role may decide on what it makes. The master joins the owners, and has left them before anybody sees it:
 * as a member of one that is of `rds_iam`, it could not log in by its password any more.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html#UsingWithRDS.IAMDBAuth.Limitations
 * @see https://www.postgresql.org/docs/current/auth-pg-hba-conf.html (a `+` is for members, directly or indirectly)
 */
const join = String.raw`
SELECT coalesce(string_agg(format('%I', rolname), ', '), '') AS joined FROM pg_roles AS maker
  WHERE rolcanlogin AND NOT rolsuper AND NOT pg_has_role(current_user, oid, 'USAGE') AND (oid = :user_id OR EXISTS (
    SELECT FROM pg_namespace, aclexplode(nspacl) AS entry
    WHERE nspname = 'public' AND entry.grantee = maker.oid AND entry.privilege_type = 'CREATE'))
  AND (:SERVER_VERSION_NUM < 160000 OR pg_has_role(current_user, oid, 'MEMBER WITH ADMIN OPTION')) \gset
SELECT format('GRANT %s TO CURRENT_USER', :'joined') WHERE :'joined' <> '' \gexec`;

const leave = String.raw`
SELECT format('REVOKE %s FROM CURRENT_USER', :'joined') WHERE :'joined' <> '' \gexec`;

/** What owns a table may do anything to it, whatever was revoked: what an owner made becomes the master's when it is none any more. */
const handBack = String.raw`
SELECT format('REASSIGN OWNED BY %I TO CURRENT_USER', :'user') WHERE :'rights' <> 'owner' AND EXISTS (
  SELECT FROM pg_shdepend WHERE refclassid = 'pg_authid'::regclass AND refobjid = :user_id AND deptype = 'o'
  AND dbid = (SELECT oid FROM pg_database WHERE datname = current_database())) \gexec`;

/** A migration can change a table as its owner alone. What belongs to an extension or to a column stays, or goes with that. */
const takeOver = String.raw`
WITH thing AS (
  SELECT 'pg_class'::regclass AS catalog, oid, format('TABLE public.%I', relname) AS name, relowner AS owner FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
  UNION ALL SELECT 'pg_proc'::regclass, oid, format('ROUTINE %s', oid::regprocedure), proowner FROM pg_proc
    WHERE pronamespace = 'public'::regnamespace
  UNION ALL SELECT 'pg_type'::regclass, oid, format('TYPE public.%I', typname), typowner FROM pg_type
    WHERE typnamespace = 'public'::regnamespace
    AND (typtype IN ('d', 'e', 'r') OR typrelid IN (SELECT oid FROM pg_class WHERE relkind = 'c'))
)
SELECT format('ALTER %s OWNER TO %I', name, :'user') FROM thing
  WHERE :'rights' = 'owner' AND owner = current_user::regrole AND NOT EXISTS (
    SELECT FROM pg_depend WHERE classid = catalog AND objid = thing.oid AND (deptype = 'e' OR deptype IN ('a', 'i') AND refobjsubid > 0)) \gexec`;

const entrances = `
  SELECT '', format('DATABASE %I', datname), :user_id::oid, 'CONNECT', datacl FROM pg_database WHERE datname = current_database()
  UNION ALL SELECT '', 'SCHEMA public', :user_id::oid, :'schema', nspacl FROM pg_namespace WHERE nspname = 'public'`;

/** What there is, and what will be: by whoever may make it. What is the user's own is the master's too, for its backups. */
const contents = `
  SELECT '', format('%s public.%I', CASE relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, relname), grantee,
    CASE WHEN relkind = 'S' THEN of_sequences ELSE of_tables END, relacl
  FROM pg_class JOIN share ON share.is_own = (relowner = :user_id)
  WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND pg_has_role(current_user, relowner, 'USAGE')
  UNION ALL
  SELECT format('ALTER DEFAULT PRIVILEGES FOR ROLE %s IN SCHEMA public ', maker::regrole), word, grantee,
    CASE WHEN kind = 'S' THEN of_sequences ELSE of_tables END, defaclacl
  FROM (SELECT grantee AS maker FROM pg_namespace, aclexplode(nspacl) WHERE nspname = 'public' AND privilege_type = 'CREATE'
    UNION SELECT current_user::regrole) AS makers
  JOIN pg_roles AS login ON login.oid = maker AND rolcanlogin AND pg_has_role(current_user, maker, 'USAGE')
  JOIN share ON share.is_own = (maker = :user_id)
  CROSS JOIN (VALUES ('r', 'TABLES'), ('S', 'SEQUENCES')) AS kinds (kind, word)
  LEFT JOIN pg_default_acl ON defaclrole = maker AND defaclnamespace = 'public'::regnamespace AND defaclobjtype = kind::"char"`;

/** Gives the rights that are wanted and not there, and takes back those of the user's that are there and not wanted. */
const setRight = (places: string) => String.raw`
WITH share (is_own, grantee, of_tables, of_sequences) AS (VALUES
  (false, :user_id::oid, :'tables', :'sequences'), (true, current_user::regrole::oid, :'all_of_tables', :'all_of_sequences')
), place (before, target, grantee, wanted, acl) AS (${places}
), compared AS (
  SELECT before, target, grantee, string_to_array(wanted, ', ') AS wants,
    ARRAY(SELECT privilege_type FROM aclexplode(acl) AS entry WHERE entry.grantee = place.grantee) AS holds FROM place
), change AS (
  SELECT 'GRANT %s ON %s TO %s' AS words, *, ARRAY(SELECT unnest(wants) EXCEPT SELECT unnest(holds)) AS rights FROM compared
  UNION ALL
  SELECT 'REVOKE %s ON %s FROM %s', *, ARRAY(SELECT unnest(holds) EXCEPT SELECT unnest(wants)) FROM compared WHERE grantee = :user_id
)
SELECT before || format(words, array_to_string(rights, ', '), target, grantee::regrole) FROM change WHERE rights <> '{}' \gexec`;

/** Until version 14 everybody might, and what was upgraded from there keeps it. */
const warn = String.raw`
SELECT EXISTS (SELECT FROM pg_namespace, aclexplode(nspacl)
  WHERE nspname = 'public' AND grantee = 0 AND privilege_type = 'CREATE') AS is_open \gset
\if :is_open
  \warn everybody may make tables in this database; run, as the master: REVOKE CREATE ON SCHEMA public FROM PUBLIC
\endif`;

/** What postgresProgram tells psql, by the variables that it sets. */
export const postgresStatements = [
  "BEGIN;",
  // several users' tasks may run at once
  "SELECT pg_advisory_xact_lock(hashtext('users')) AS nothing \\gset",
  role,
  join,
  handBack,
  setRight(entrances),
  takeOver,
  setRight(contents),
  leave,
  warn,
  "COMMIT;",
].join("\n");
