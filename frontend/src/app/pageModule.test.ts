import { expect, it } from 'vitest';
import { moduleOfPage } from './pageModule';

it.each([
  ['UNIT', 'requisitions/new', 'requisitions'],
  ['UNIT', 'orders/import', 'orders'],
  ['UNIT', 'orders/PurchaseOrder_1/receive', 'receiving'],
  ['SUPPLIER', 'orders/PurchaseOrder_1/invoice', 'receiving'],
  ['UNIT', 'approvals', 'approvals'],
  ['UNIT', 'insight/cost', 'insight'],
  ['GROUP', 'spend', 'insight'],
  ['GROUP', 'scores', undefined],
  ['UNIT', 'suppliers/new', undefined],
  ['UNIT', 'invoicesque', undefined],
  ['UNIT', '', undefined],
] as const)('at a %s door %s needs %s', (kind, page, module) => {
  expect(moduleOfPage(kind, page)).toBe(module);
});
