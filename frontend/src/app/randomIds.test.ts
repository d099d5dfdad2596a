import { afterEach, expect, it, vi } from 'vitest';
import { provideRandomIds, randomId } from './randomIds';

afterEach(() => vi.unstubAllGlobals());

it('gives ids of version 4 that differ', () => {
  const ids = Array.from({ length: 100 }, randomId);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(ids).size).toBe(100);
});

it('helps a page of plain http out, and leaves others alone', () => {
  const plain = { getRandomValues: crypto.getRandomValues.bind(crypto) } as Crypto;
  vi.stubGlobal('crypto', plain);
  provideRandomIds();
  expect(plain.randomUUID).toBe(randomId);
  const own = () => '0-0-0-0-0' as const;
  vi.stubGlobal('crypto', { ...plain, randomUUID: own });
  provideRandomIds();
  expect(crypto.randomUUID).toBe(own);
});
