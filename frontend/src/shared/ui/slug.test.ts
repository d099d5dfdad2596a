import { expect, it } from 'vitest';
import { slugOf } from './slug';

it.each([
  ['Rotterdam Trading B.V.', 'rotterdam-trading-b-v'],
  ['Göteborg Öst', 'goteborg-ost'],
  ['苏州制造有限公司', ''],
  ['  --Harbour--  ', 'harbour'],
  ['x'.repeat(60), 'x'.repeat(48)],
])('proposes a short name for %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});
