import { covers } from "./pattern.js";
import { lastPriority } from "./schema/route.js";

/** A route of a listener, and whose it is. */
export interface NamedRoute {
  readonly name: string;
  readonly priority: number;
  /** Empty: any. */
  readonly hosts: readonly string[];
  /** Empty: any. */
  readonly paths: readonly string[];
}

/** Two routes of one listener, only one of which would ever be taken. */
export interface RouteCollision {
  /** Whose route it is that would be refused, or never taken. */
  readonly name: string;
  /** Whose route stands in its way. */
  readonly by: string;
  /** The field of the route that is to change. */
  readonly field: "priority" | "hosts" | "paths";
  readonly value: unknown;
  /** `what is wrong; what to do`. */
  readonly message: string;
}

/**
 * The routes of one listener that collide: two with one priority, which AWS refuses, and those that are never taken, because
 * another one with a smaller number takes every request of theirs.
 *
 * @example routeCollisions([{ name: "api", priority: 10, hosts: ["api.example.com"], paths: [] }, …])
 */
export function routeCollisions(routes: readonly NamedRoute[]): RouteCollision[] {
  const taken = new Set(routes.map(({ priority }) => priority));
  const ordered = [...routes].sort((one, other) => one.priority - other.priority);
  return ordered.flatMap((route, index) => {
    const before = ordered.slice(0, index);
    const twin = before.find(({ priority }) => priority === route.priority);
    if (twin !== undefined) return [samePriority(route, twin, nextFree(taken, route.priority))];
    const cover = before.find((other) => takesAllOf(other, route));
    return cover === undefined ? [] : [neverTaken(route, cover)];
  });
}

/** Whether one route takes every request that the other would. */
function takesAllOf(one: NamedRoute, other: NamedRoute): boolean {
  return takesAll(one.hosts, other.hosts) && takesAll(one.paths, other.paths);
}

function takesAll(patterns: readonly string[], others: readonly string[]): boolean {
  if (patterns.length === 0) return true;
  return (others.length === 0 ? ["*"] : others).every((other) => covers(patterns, other));
}

function samePriority({ name, priority }: NamedRoute, twin: NamedRoute, free: number | undefined): RouteCollision {
  const fix = free === undefined ? "give another" : `give another, such as ${free}`;
  return { name, by: twin.name, field: "priority", value: priority, message: `is the priority of "${twin.name}" too; ${fix}` };
}

function neverTaken(route: NamedRoute, cover: NamedRoute): RouteCollision {
  const field = route.hosts.length > 0 ? "hosts" : "paths";
  return {
    name: route.name,
    by: cover.name,
    field,
    value: route[field],
    message: `never get a request, since "${cover.name}" takes them all with priority ${cover.priority}; give this route a smaller number than ${cover.priority}, or what the other does not take`,
  };
}

/** The first number after one that no route has. */
function nextFree(taken: ReadonlySet<number>, priority: number): number | undefined {
  for (let free = priority + 1; free <= lastPriority; free++) if (!taken.has(free)) return free;
  return undefined;
}
