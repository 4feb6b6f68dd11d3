/**
 * A README with each of its examples made anew: the very files that the tests compile and synthesize.
 *
 * @example withExamples(readme, (file) => readFileSync(join(folder, file), "utf8")) // <!-- example examples/vpc.ts -->…<!-- /example -->
 */
export function withExamples(readme: string, read: (file: string) => string): string {
  return readme.replace(
    /<!-- example (\S+) -->\n[\s\S]*?<!-- \/example -->/g,
    (_, file: string) => `<!-- example ${file} -->\n\`\`\`ts\n${read(file)}\`\`\`\n<!-- /example -->`,
  );
}
