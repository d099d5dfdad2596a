import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDecimal } from '@/shared/ui/format';
import type { Condition } from './graph';

export const NUMBER_OPS = ['lt', 'lte', 'gt', 'gte', 'eq', 'between'] as const;
export const TEXT_OPS = ['in', 'not_in'] as const;
export type NumberOp = (typeof NUMBER_OPS)[number];
export type TextOp = (typeof TEXT_OPS)[number];

/** A condition in a few words, e.g. "amount < 10,000". */
export function useConditionWords(): (condition: Condition) => string {
  const { t, i18n } = useTranslation('approvals');
  return useCallback(
    (condition) => {
      const fact = t(`fact.${condition.fact as 'amount'}`, { defaultValue: condition.fact });
      const op = t(`op.${condition.op as NumberOp | TextOp}`);
      const number = (value: string | undefined): string => (value && /^\d+(\.\d+)?$/.test(value) ? formatDecimal(value, i18n.language) : (value ?? '…'));
      if (condition.op === 'between') return `${fact} ${number(condition.from)} – ${number(condition.to)}`;
      if (condition.fact === 'supplier') return `${fact} ${op} ${t('node.suppliers', { count: condition.values?.length ?? 0 })}`;
      return `${fact} ${op} ${condition.values?.join(', ') ?? number(condition.value)}`;
    },
    [t, i18n.language],
  );
}
