import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const IMPORT = /import \{([^}]*)\} from '@\/gql\/(group|unit|operator)\/graphql';/g;
const MARK = '\0hanse-operation:';
const file = (door: string) => fileURLToPath(new URL(`./src/gql/${door}/graphql.ts`, import.meta.url));

/** This will cut `export const <name> = …;` or `export class <name> … }` out of the generated file of one API. */
export function cut(source: string, name: string): string {
  const start = source.search(new RegExp(`^export (?:const|class) ${name}\\b`, 'm'));
  if (start < 0) throw new Error(`The generated operations have no ${name}.`);
  const rest = source.slice(start + 1).search(/^export /m);
  return rest < 0 ? source.slice(start) : source.slice(start, start + 1 + rest);
}

/**
 * The generated operations of an API are one file. In a build each operation becomes a module of its own, so that
 * its text travels with the screen that uses it instead of with the first page.
 */
export function operations(): Plugin {
  return {
    name: 'hanse-operations',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!/\.tsx?$/.test(id) || !code.includes('@/gql/')) return null;
      return code.replace(IMPORT, (_, list: string, door: string) =>
        list
          .split(',')
          .map((each) => each.trim())
          .filter((each) => each && !each.startsWith('type '))
          .map((each) => `import { ${each} } from '${MARK}${door}/${each.split(' ')[0]}.ts';`)
          .join(' '),
      );
    },
    resolveId: (id) => (id.startsWith(MARK) ? id : null),
    load(id) {
      if (!id.startsWith(MARK)) return null;
      const [door = '', name = ''] = id.slice(MARK.length, -'.ts'.length).split('/');
      const body = cut(readFileSync(file(door), 'utf8'), name);
      const base = name === 'TypedDocumentString' ? '' : `import { TypedDocumentString } from '${MARK}group/TypedDocumentString.ts';\n`;
      return { code: base + body, moduleType: 'ts' };
    },
  };
}
