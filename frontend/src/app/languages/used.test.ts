import { describe, expect, it } from 'vitest';
import { en } from './en';

type Tree = { [key: string]: string | Tree };

const files = import.meta.glob<string>('../../**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true });
const isCode = (path: string) => !/\/gql\/|locales\/|words\.(en|zhCN)\.|languages\/|^\.\/|\.test\./.test(path);
const code = Object.entries(files)
  .filter(([path]) => isCode(path))
  .map(([, text]) => text)
  .join('\n');

/** The fixed beginnings of keys that end in a value: `status.${status}`. */
const begun = [...new Set([...code.matchAll(/['"`](?:[\w-]+:)?([\w.]{2,})\$\{/g)].map((match) => match[1] ?? ''))];

/** What stands whole before a quote, behind another or behind a namespace; looked for at every quote, for they overlap. */
const whole = new Set([...code.matchAll(/(?=['"`:]([\w.]+)['"`])/g)].map((match) => match[1] ?? ''));

const isSaid = (key: string): boolean => whole.has(key) || begun.some((start) => key.startsWith(start));

function leaves(tree: Tree, path = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const here = path ? `${path}.${key}` : key;
    return typeof value === 'string' ? [here] : leaves(value, here);
  });
}

const unused = (tree: Tree): string[] =>
  leaves(tree)
    .map((key) => key.replace(/_(zero|one|two|few|many|other)$/, ''))
    .filter((key) => !isSaid(key));

describe('every word', () => {
  for (const [namespace, words] of Object.entries(en))
    it(`of ${namespace} is said somewhere`, () => {
      expect(unused(words as unknown as Tree)).toEqual([]);
    });

  it('that nobody says is noticed', () => {
    expect(unused({ nobody: { says: { this: 'This' } }, action: { cancel: 'Cancel' } })).toEqual(['nobody.says.this']);
  });
});
