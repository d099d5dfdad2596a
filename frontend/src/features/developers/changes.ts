export interface Part {
  title: string;
  lines: readonly string[];
}

/** Reads the changelog: `## ` begins a part, `- ` a line of it. */
export function partsOf(text: string): readonly Part[] {
  const parts: { title: string; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('## ')) parts.push({ title: line.slice(3).trim(), lines: [] });
    else if (line.startsWith('- ')) parts.at(-1)?.lines.push(line.slice(2).trim());
  }
  return parts;
}
