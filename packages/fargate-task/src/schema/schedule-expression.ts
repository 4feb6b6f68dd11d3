/** Fields of a cron expression: minutes, hours, day of month, month, day of week, year. */
const ranges: readonly (readonly [name: string, least: number, most: number, words: readonly string[]])[] = [
  ["minutes", 0, 59, []],
  ["hours", 0, 23, []],
  ["day of month", 1, 31, []],
  ["month", 1, 12, ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]],
  ["day of week", 1, 7, ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"]],
  ["year", 1970, 2199, []],
];

/**
 * What is wrong with a schedule; `undefined` where nothing is.
 *
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
 */
export function scheduleProblem(expression: string): string | undefined {
  const [, kind, inside] = /^(cron|rate|at)\((.*)\)$/.exec(expression) ?? [];
  if (kind === undefined || inside === undefined)
    return 'is no schedule; give one such as "cron(0 3 * * ? *)", "rate(1 day)" or "at(2030-01-31T03:00:00)"';
  if (kind === "cron") return cronProblem(inside);
  return kind === "rate" ? rateProblem(inside) : atProblem(inside);
}

function rateProblem(inside: string): string | undefined {
  const [, count, unit] = /^([1-9]\d*) (minute|hour|day)s?$/.exec(inside) ?? [];
  if (unit === undefined) return 'is no rate; give one such as "rate(5 minutes)"';
  const isPlural = inside.endsWith("s");
  if ((count === "1") === isPlural) return `has a unit that does not go with ${count}; give "rate(${count} ${unit}${isPlural ? "" : "s"})"`;
  return undefined;
}

function atProblem(inside: string): string | undefined {
  const isTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/.test(inside) && !Number.isNaN(Date.parse(`${inside}Z`));
  return isTime ? undefined : 'is no point in time; give one such as "at(2030-01-31T03:00:00)"';
}

function cronProblem(inside: string): string | undefined {
  const fields = inside.split(" ");
  if (fields.length !== ranges.length)
    return `has ${fields.length} fields, and cron here has six: minutes, hours, day of month, month, day of week, year; give one such as "cron(0 3 * * ? *)"`;
  const wrong = ranges.find(([, least, most, words], index) => !fieldFits(fields[index] ?? "", { least, most, words }));
  if (wrong !== undefined)
    return `has ${JSON.stringify(fields[ranges.indexOf(wrong)])} for ${wrong[0]}; give ${wrong[1]} to ${wrong[2]}, * or a list`;
  if ((fields[2] === "?") === (fields[4] === "?")) return 'names day of month and day of week, or neither; give "?" for one of them';
  return undefined;
}

interface Range {
  readonly least: number;
  readonly most: number;
  readonly words: readonly string[];
}

function fieldFits(field: string, range: Range): boolean {
  if (field === "*") return true;
  if (field === "?" || /^(L|\d*L|\d+W|LW|[A-Z]{3}L|(\d|[A-Z]{3})#[1-5])$/.test(field)) return range.most === 31 || range.most === 7;
  return field.split(",").every((item) => itemFits(item, range));
}

function itemFits(item: string, range: Range): boolean {
  const [, from, , to, step] = /^(\*|\w+)(-(\w+))?(?:\/(\d+))?$/.exec(item) ?? [];
  if (from === undefined || step === "0") return false;
  const valueFits = (value: string | undefined): boolean =>
    value === undefined ||
    range.words.includes(value) ||
    (/^\d+$/.test(value) && Number(value) >= range.least && Number(value) <= range.most);
  return (from === "*" ? step !== undefined && to === undefined : valueFits(from)) && valueFits(to);
}

/** Whether a time zone is one that the IANA database has. */
export function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
