import i18next from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import { changesOf, fieldName, summary, valueWords } from './auditEntry';
import { en } from './locales/en';
import { zhCN } from './locales/zh-CN';

const words = i18next.createInstance();
const chinese = i18next.createInstance();

beforeAll(async () => {
  await words.init({ lng: 'en', interpolation: { escapeValue: false }, resources: { en: { runtime: en } } });
  await chinese.init({ lng: 'zh-CN', interpolation: { escapeValue: false }, resources: { 'zh-CN': { runtime: zhCN } } });
});

it('puts old beside new for every field either side names', () => {
  expect(changesOf({ name: 'Old', roles: ['buyer'] }, { name: 'New', limit: '10.00' })).toEqual([
    { field: 'limit', old: undefined, new: '10.00' },
    { field: 'name', old: 'Old', new: 'New' },
    { field: 'roles', old: ['buyer'], new: undefined },
  ]);
});

it('bears entries without old values', () => {
  expect(changesOf(null, null)).toEqual([]);
});

it('names fields in the reader’s language and spells out those nobody has worded', () => {
  expect(fieldName(words, 'supplier_org_gid')).toBe('Supplier');
  expect(fieldName(chinese, 'supplier_org_gid')).toBe('供应商');
  expect(fieldName(words, 'never_worded_ids')).toBe('Never worded');
});

it('shows values as people write them, false and zero among them', () => {
  expect([false, 0, '', null, 'in_approval', '2026-11-22', ['invite', 'x'], { rows: 3 }, [{ id: 1 }]].map((value) => valueWords(words, value))).toEqual([
    'no',
    '0',
    '',
    '',
    'in approval',
    '22 Nov 2026',
    'invite, x',
    'Rows 3',
    'one entry',
  ]);
});

it('tells an entry in one line, without identifiers', () => {
  const entry = { old: { status: 'draft', document_id: '01a204f0-e865-721b-aeba-8e10f556f4c2' }, new: { status: 'submitted', content_hash: 'a'.repeat(64), lines: 2 } };
  expect(summary(words, entry)).toBe('Lines: 2; Status: draft → submitted');
  expect(summary(chinese, entry)).toBe('行数：2；状态：草稿 → 已提交');
});
