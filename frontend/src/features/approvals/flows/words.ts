import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Condition } from './graph';

export const NUMBER_OPS = ['lt', 'lte', 'gt', 'gte', 'eq', 'between'] as const;
export const TEXT_OPS = ['in', 'not_in'] as const;
export type NumberOp = (typeof NUMBER_OPS)[number];
export type TextOp = (typeof TEXT_OPS)[number];

/** A condition in a few words, e.g. "amount < 10,000". */
export function useConditionWords(): (condition: Condition) => string {
  const { t } = useTranslation('approvals');
  return useCallback(
    (condition) => {
      const fact = t(`fact.${condition.fact as 'amount'}`, { defaultValue: condition.fact });
      const op = t(`op.${condition.op as NumberOp | TextOp}`);
      if (condition.op === 'between') return `${fact} ${condition.from ?? '…'} – ${condition.to ?? '…'}`;
      return `${fact} ${op} ${condition.values?.join(', ') ?? condition.value ?? ''}`;
    },
    [t],
  );
}
