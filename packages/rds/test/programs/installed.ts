import { accessSync, constants, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

/** A server that the tests start, and its clients. */
export interface Tools {
  readonly name: string;
  readonly commands: readonly string[];
  readonly packages: string;
}

export const postgresTools: Tools = {
  name: "PostgreSQL",
  commands: ["initdb", "postgres", "psql", "pg_dump", "pg_dumpall", "openssl", "setsid"],
  packages: "postgresql openssl",
};

export const mariadbTools: Tools = {
  name: "MariaDB",
  commands: ["mariadb-install-db", "mariadbd", "mariadb", "openssl"],
  packages: "mariadb-server-core mariadb-client-core openssl",
};

/** What a test of them is called: where something is not installed, with the line that installs it. */
export function titled(title: string, ...all: readonly Tools[]): string {
  const lacking = all.filter((tools) => !areInstalled(tools));
  if (lacking.length === 0) return title;
  const names = lacking.map(({ name }) => name).join(" and ");
  return `${title} (${names} is not installed: apt-get install ${lacking.map(({ packages }) => packages).join(" ")})`;
}

export function areInstalled(...all: readonly Tools[]): boolean {
  return all.every(({ commands }) => commands.every((command) => find(command) !== undefined));
}

/** A command's file. */
export function pathOf(command: string): string {
  const path = find(command);
  if (path === undefined) throw new Error(`${command} is not installed`);
  return path;
}

function find(command: string): string | undefined {
  return folders()
    .map((folder) => join(folder, command))
    .find(isExecutable);
}

// Debian keeps PostgreSQL's servers beside one another, out of the path, and MariaDB's where root alone looks.
function folders(): string[] {
  return [...postgresFolders(), ...(process.env["PATH"] ?? "").split(delimiter), "/usr/sbin"];
}

function postgresFolders(): string[] {
  const root = "/usr/lib/postgresql";
  try {
    const newestFirst = readdirSync(root).sort((one, other) => Number(other) - Number(one));
    return newestFirst.map((version) => join(root, version, "bin"));
  } catch {
    return [];
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
