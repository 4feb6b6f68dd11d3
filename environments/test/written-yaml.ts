/** Data as YAML, and where each of its parts stands: `line:column`, by path. */
export interface WrittenYaml {
  readonly text: string;
  readonly keys: ReadonlyMap<string, string>;
  readonly values: ReadonlyMap<string, string>;
}

type Path = readonly (string | number)[];

/** A path as a map's key. */
export const pathKey = (path: Path): string => JSON.stringify(path);

/** Writes data in YAML's block style, and remembers where. */
export function writeYaml(data: unknown): WrittenYaml {
  const writer = new Writer();
  writer.write(data, [], 0);
  return { text: `${writer.lines.join("\n")}\n`, keys: writer.keys, values: writer.values };
}

class Writer {
  readonly lines: string[] = [""];
  readonly keys = new Map<string, string>();
  readonly values = new Map<string, string>();

  write(data: unknown, path: Path, indent: number): void {
    if (Array.isArray(data) && data.length > 0)
      this.block(
        data.map((item, index) => ["-", index, item] as const),
        path,
        indent,
      );
    else if (typeof data === "object" && data !== null && Object.keys(data).length > 0)
      this.block(
        Object.entries(data).map(([key, item]) => [`${/^[\w.-]+$/.test(key) ? key : JSON.stringify(key)}:`, key, item] as const),
        path,
        indent,
      );
    else {
      this.values.set(pathKey(path), this.here());
      this.append(JSON.stringify(data));
    }
  }

  private block(entries: readonly (readonly [mark: string, key: string | number, item: unknown])[], path: Path, indent: number): void {
    entries.forEach(([mark, key, item], index) => {
      // the first entry of a map in a list stands beside its dash
      if (index > 0 || !/^ *(- )*$/.test(this.line())) this.lines.push(" ".repeat(indent));
      if (index === 0) this.values.set(pathKey(path), this.here());
      const inner = [...path, key];
      this.keys.set(pathKey(inner), this.here());
      this.append(mark);
      if (mark === "-" || typeof item !== "object" || Object.keys(item ?? {}).length === 0) this.append(" ");
      else this.lines.push(" ".repeat(indent + 2));
      this.write(item, inner, indent + 2);
      if (mark === "-") this.keys.set(pathKey(inner), this.values.get(pathKey(inner)) ?? "");
    });
  }

  private line(): string {
    return this.lines.at(-1) ?? "";
  }

  private append(text: string): void {
    this.lines[this.lines.length - 1] = `${this.line()}${text}`;
  }

  private here(): string {
    return `${this.lines.length}:${this.line().length + 1}`;
  }
}
