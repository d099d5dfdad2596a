import { expect, it } from 'vitest';
import { changesOf } from './auditEntry';

it('puts old beside new for every field either side names', () => {
  expect(changesOf({ name: 'Old', roles: ['buyer'] }, { name: 'New', limit: '10.00' })).toEqual([
    { field: 'limit', old: '', new: '10.00' },
    { field: 'name', old: 'Old', new: 'New' },
    { field: 'roles', old: '["buyer"]', new: '' },
  ]);
});

it('shows false and zero as values', () => {
  expect(changesOf({ active: false }, { active: 0 })).toEqual([{ field: 'active', old: 'false', new: '0' }]);
});

it('bears entries without old values', () => {
  expect(changesOf(null, null)).toEqual([]);
});
