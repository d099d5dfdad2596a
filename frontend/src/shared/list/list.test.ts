import { describe, expect, it, vi } from 'vitest';
import { collectSheet, decimal, harmless, toCsv } from './exportRows';
import { filterInput, orderBy } from './inputs';
import { readRequest, writeRequest } from './listUrl';
import type { FilterField, ListColumn, Slice } from './types';
import { toXlsx } from './xlsx';
import { crc32 } from './zip';

const fields: readonly FilterField[] = [
  { kind: 'choice', key: 'status', title: 'Status', options: [{ value: 'ACTIVE', label: 'Active' }, { value: 'CLOSED', label: 'Closed' }] },
  { kind: 'days', key: 'created', title: 'Created' },
  { kind: 'flag', key: 'blocked', title: 'Blocked' },
];

describe('the address of a list', () => {
  const request = {
    search: '远 harbour & co',
    filters: { status: ['ACTIVE', 'CLOSED'], created: { from: '2026-01-01', to: undefined }, blocked: false },
    order: { field: 'name', descending: true },
  };

  it('reads back what it wrote', () => {
    const params = writeRequest(request, new URLSearchParams(), null);
    expect(readRequest(new URLSearchParams(params.toString()), fields, null)).toEqual(request);
  });

  it('ignores what is no filter and no value of this list', () => {
    const params = new URLSearchParams('f.status=STOLEN&f.secret=1&f.blocked=maybe&f.created=..');
    expect(readRequest(params, fields, null).filters).toEqual({});
  });

  it('leaves the parameters of others alone and does not write the order that stands anyway', () => {
    const order = { field: 'name', descending: false };
    const params = writeRequest({ search: '', filters: {}, order }, new URLSearchParams('tab=2&q=old&f.status=ACTIVE'), order);
    expect(params.toString()).toBe('tab=2');
  });
});

describe('the inputs of a list operation', () => {
  it('words each kind of filter in the conditions of its column', () => {
    const all: readonly FilterField[] = [...fields, { kind: 'numbers', key: 'total', title: 'Total' }, { kind: 'text', key: 'name', title: 'Name' }];
    const filters = { status: ['ACTIVE'], created: { from: '2026-01-01', to: '2026-01-31' }, blocked: true, total: { from: '10' }, name: 'har' };
    expect(filterInput(all, filters)).toEqual({
      status: { in: ['ACTIVE'] },
      created: { gte: '2026-01-01', lte: '2026-01-31' },
      blocked: { eq: true },
      total: { gte: '10' },
      name: { contains: 'har' },
    });
  });

  it('means whole days of the reader where the column holds instants', () => {
    const input = filterInput<{ at: { gte: string; lt: string } }>([{ kind: 'days', key: 'at', title: 'At', instants: true }], { at: { from: '2026-01-31', to: '2026-01-31' } });
    expect(new Date(input?.at.lt ?? 0).getTime() - new Date(input?.at.gte ?? 0).getTime()).toBe(86_400_000);
  });

  it('sends nothing when nothing is chosen', () => {
    expect(filterInput(fields, {})).toBeUndefined();
    expect(orderBy(null)).toBeUndefined();
    expect(orderBy({ field: 'CREATED_AT', descending: true })).toBe('CREATED_AT_DESC');
  });
});

function bytesOf(file: Blob): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
    reader.readAsArrayBuffer(file);
  });
}

interface Row {
  name: string;
  total: string;
}

const columns: readonly ListColumn<Row>[] = [
  { key: 'name', title: 'Name', render: (row) => row.name, value: (row) => row.name },
  { key: 'icon', title: 'Icon', render: () => null },
  { key: 'total', title: 'Total', render: (row) => row.total, value: (row) => row.total },
];

describe('an export', () => {
  it('reads every slice and writes the columns that have a value', async () => {
    const slices: Record<string, Slice<Row>> = {
      begin: { rows: [{ name: 'A', total: '1.50' }], endCursor: 'c1', hasNextPage: true },
      c1: { rows: [{ name: 'B', total: '-2.00' }], endCursor: 'c2', hasNextPage: false },
    };
    const progress = vi.fn();
    const sheet = await collectSheet(
      columns,
      ({ after }) => Promise.resolve(slices[after ?? 'begin'] as Slice<Row>),
      { search: '', filters: {}, order: null },
      progress,
      new AbortController().signal,
    );
    expect(sheet).toEqual({ head: ['Name', 'Total'], rows: [['A', '1.50'], ['B', '-2.00']] });
    expect(progress.mock.calls).toEqual([[1], [2]]);
  });

  it.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\t=1'])('disarms %j', (text) => {
    expect(harmless(text)).toBe(`'${text}`);
  });

  it.each(['-12.50', '12', 'name', ''])('leaves %j as it is', (text) => {
    expect(harmless(text)).toBe(text);
  });

  it('quotes cells, ends lines, and marks the file as UTF-8', async () => {
    const bytes = await bytesOf(toCsv({ head: ['名称'], rows: [['a "b", c'], ['=HYPERLINK("x")']] }));
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toBe('名称\r\n"a ""b"", c"\r\n"\'=HYPERLINK(""x"")"\r\n');
  });

  it('writes numbers as numbers, and those too long for a spreadsheet as text', async () => {
    const row = ['80000000000.00', '-0.05', '12345678901234.567', '', '00x'].map(decimal);
    const file = new TextDecoder().decode(await bytesOf(toXlsx({ head: [], rows: [row] }, 'Sums')));
    expect(file).toContain('<row><c><v>80000000000.00</v></c><c><v>-0.05</v></c><c t="inlineStr" s="0"><is><t xml:space="preserve">12345678901234.567</t></is></c><c/><c t="inlineStr"');
    expect(new TextDecoder().decode(await bytesOf(toCsv({ head: ['Sum'], rows: [row.slice(0, 2)] })))).toContain('80000000000.00,-0.05');
  });

  it('knows the check value of CRC-32', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });

  it('writes a spreadsheet in which text stays text', async () => {
    const file = new TextDecoder().decode(await bytesOf(toXlsx({ head: ['Code'], rows: [['00123'], ['=1+1'], ['<&>']] }, 'Units')));
    expect(file).toContain('<t xml:space="preserve">00123</t>');
    expect(file).toContain('<t xml:space="preserve">=1+1</t>');
    expect(file).toContain('&lt;&amp;&gt;');
    expect(file).not.toContain('<f>');
  });
});
