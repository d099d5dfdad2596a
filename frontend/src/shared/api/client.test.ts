import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { doorKey, execute, type Operation } from './client';
import { ApiError, NetworkError } from './errors';
import { uploadFile } from './upload';

const operation: Operation<{ ok: boolean }, { a: number }> = { toString: () => 'query A { ok }', __meta__: { hash: 'sha256:1' } };
const unit = { kind: 'unit', slug: 'suzhou' } as const;

const fetched = vi.fn<typeof fetch>();
const answerWith = (body: unknown, status = 200) => fetched.mockResolvedValueOnce(new Response(JSON.stringify(body), { status }));
const bodyOf = (call: number): unknown => JSON.parse(String(fetched.mock.calls[call]?.[1]?.body));

beforeEach(() => {
  vi.stubGlobal('fetch', fetched);
  document.cookie = 'csrftoken=t0ken';
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  fetched.mockReset();
});

describe('a request', () => {
  it('goes to the door of its tenant with the marks of our own pages', async () => {
    answerWith({ data: { ok: true } });
    expect(await execute(unit, operation, { a: 1 })).toEqual({ ok: true });
    const [path, request] = fetched.mock.calls[0] ?? [];
    expect(path).toBe('/u/suzhou/graphql');
    expect(request?.headers).toMatchObject({ 'X-CSRFToken': 't0ken', 'X-Hanse-Client': 'web' });
    expect(bodyOf(0)).toEqual({ query: 'query A { ok }', variables: { a: 1 } });
  });

  it('names the group head office works for', async () => {
    answerWith({ data: { ok: true } });
    await execute({ kind: 'group', groupId: 'g1' }, operation, { a: 1 });
    expect(fetched.mock.calls[0]?.[1]?.headers).toMatchObject({ 'X-Hanse-Group': 'g1' });
  });

  it('names the partner a person acts for in a unit', async () => {
    answerWith({ data: { ok: true } });
    await execute({ ...unit, partnerId: 'Supplier_s1' }, operation, { a: 1 });
    const [path, request] = fetched.mock.calls[0] ?? [];
    expect(path).toBe('/u/suzhou/graphql');
    expect(request?.headers).toMatchObject({ 'X-Hanse-Partner': 'Supplier_s1' });
  });

  it('names the same partner with a file', async () => {
    answerWith({ fileId: 'File_1' });
    expect(await uploadFile({ ...unit, partnerId: 'Supplier_s1' }, 'invoice', new File(['x'], '发票.xml'))).toBe('File_1');
    const [path, request] = fetched.mock.calls[0] ?? [];
    expect(path).toBe('/u/suzhou/graphql/files?purpose=invoice');
    expect(request?.headers).toMatchObject({ 'X-Hanse-Partner': 'Supplier_s1', 'X-File-Name': encodeURIComponent('发票.xml') });
  });

  it('names no partner for people of the unit', async () => {
    answerWith({ data: { ok: true } });
    await execute(unit, operation, { a: 1 });
    expect(fetched.mock.calls[0]?.[1]?.headers).not.toHaveProperty('X-Hanse-Partner');
  });

  it('sends the hash from a built page, and the text when the server does not know it', async () => {
    vi.stubEnv('PROD', true);
    answerWith({ errors: [{ message: '', extensions: { code: 'PERSISTED_DOCUMENT_NOT_FOUND' } }] });
    answerWith({ data: { ok: true } });
    expect(await execute(unit, operation, { a: 1 })).toEqual({ ok: true });
    expect(bodyOf(0)).toEqual({ documentId: 'sha256:1', variables: { a: 1 } });
    expect(bodyOf(1)).toEqual({ query: 'query A { ok }', variables: { a: 1 } });
  });
});

describe('an answer', () => {
  it('that turns the request down keeps its code and reference', async () => {
    answerWith({ errors: [{ message: 'No.', extensions: { code: 'NOT_FOUND', id: 'e1' } }] }, 404);
    const error = await execute(unit, operation, { a: 1 }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ code: 'NOT_FOUND', message: 'No.', id: 'e1' });
  });

  it('that is none of ours counts as no answer', async () => {
    fetched.mockResolvedValueOnce(new Response('<html>', { status: 502 }));
    await expect(execute(unit, operation, { a: 1 })).rejects.toBeInstanceOf(NetworkError);
    fetched.mockRejectedValueOnce(new TypeError('failed'));
    await expect(execute(unit, operation, { a: 1 })).rejects.toBeInstanceOf(NetworkError);
  });
});

it('keys never mix two tenants, nor two sides of one', () => {
  expect(doorKey(unit)).not.toBe(doorKey({ kind: 'unit', slug: 'rotterdam' }));
  expect(doorKey({ kind: 'group', groupId: 'suzhou' })).not.toBe(doorKey(unit));
  expect(doorKey({ ...unit, partnerId: 's1' })).not.toBe(doorKey(unit));
  expect(doorKey({ ...unit, partnerId: 's1' })).not.toBe(doorKey({ ...unit, partnerId: 's2' }));
});
