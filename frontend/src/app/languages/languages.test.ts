import { describe, expect, it } from 'vitest';
import { wordFiles } from '.';
import { en } from './en';
import { zhCN } from './zh-CN';

type Tree = { [key: string]: string | Tree };

function leaves(tree: Tree, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const here = path ? `${path}.${key}` : key;
    if (typeof value === 'string') found.set(here, value);
    else for (const [name, text] of leaves(value, here)) found.set(name, text);
  }
  return found;
}

const slots = (text: string): string[] => [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1] ?? '').sort();

describe('the two languages', () => {
  const english = leaves(en as unknown as Tree);
  const chinese = leaves(zhCN as unknown as Tree);

  it('have the same keys', () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('fill the same slots in each sentence', () => {
    // The one of a plural may be spelt out: "a month".
    const filled = (key: string, text: string) => slots(text).filter((slot) => !(key.endsWith('_one') && slot === 'count'));
    for (const [key, text] of english) expect([key, filled(key, chinese.get(key) ?? '')]).toEqual([key, filled(key, text)]);
  });

  it('are known by the folders they stand in', () => {
    const registered = Object.keys(en).flatMap((namespace) => [`en/${namespace}`, `zh-CN/${namespace}`]);
    expect([...wordFiles()].sort()).toEqual(registered.sort());
  });

  it('leave no sentence empty', () => {
    for (const [key, text] of [...english, ...chinese]) expect(text.trim(), key).not.toBe('');
  });
});
