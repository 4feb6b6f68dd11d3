/** What a command has to say at its end: text for a person, or JSON for a program; alone on the standard output. */
export function print(isJson: boolean, result: { readonly human: string; readonly json: unknown }): void {
  process.stdout.write(`${isJson ? JSON.stringify(result.json, undefined, 2) : result.human}\n`);
}

const shown = 10;

/** A list of files, as a person reads it: the first ones. */
export function fewOf(title: string, files: readonly string[]): string[] {
  if (files.length === 0) return [];
  const more = files.length - shown;
  return [`${title} (${files.length}):`, ...files.slice(0, shown).map((file) => `  ${file}`), ...(more > 0 ? [`  and ${more} more`] : [])];
}

export function sizeText(bytes: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  const power = bytes === 0 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${value >= 10 || power === 0 ? Math.round(value) : value.toFixed(1)} ${units[power]}`;
}
