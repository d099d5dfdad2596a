import { expect, it } from 'vitest';
import { buildTree, flatten, pruneTree } from './categoryTree';

const ROWS = [
  { id: 'a', code: '10', parentId: null },
  { id: 'b', code: '10-1', parentId: 'a' },
  { id: 'c', code: '10-1-1', parentId: 'b' },
  { id: 'd', code: '20', parentId: null },
  { id: 'e', code: '30-1', parentId: 'gone' },
];

it('hangs categories below their parents, and shows one without its parent at the top', () => {
  expect(flatten(buildTree(ROWS)).map(({ row, depth }) => `${depth} ${row.code}`)).toEqual(['1 10', '2 10-1', '3 10-1-1', '1 20', '1 30-1']);
});

it('keeps the way to what was searched, and all below it', () => {
  const found = pruneTree(buildTree(ROWS), ({ code }) => code === '10-1');
  expect(flatten(found).map(({ row }) => row.code)).toEqual(['10', '10-1', '10-1-1']);
});
