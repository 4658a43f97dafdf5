/**
 * The relative modules that a built chunk imports before it runs, as it writes them. Dynamic `import()` is not among them.
 * Meant for minified output, where an import stands at the top level and its clause holds no quotes, brackets or semicolons.
 */
export function staticImports(code: string): string[] {
  return [...code.matchAll(/(?:^|[;}\s])(?:import|export)\b[^"'();]*?["'](\.{1,2}\/[^"']+)["']/g)].map(
    (found) => found[1] ?? '',
  );
}
