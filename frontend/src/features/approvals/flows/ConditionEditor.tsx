import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { FactValues } from './FactValues';
import type { Condition } from './graph';
import { NUMBER_OPS, TEXT_OPS } from './words';
import styles from './flows.module.css';

export interface FactWords {
  name: string;
  kind: string;
  nameEn: string;
  nameZh: string;
  /** Whether a document may have several values of it. */
  multiple: boolean;
}

interface ConditionEditorProps {
  label: string;
  value: readonly Condition[];
  facts: readonly FactWords[];
  onChange: (conditions: Condition[]) => void;
}

const fresh = (fact: FactWords): Condition => (fact.kind === 'number' ? { fact: fact.name, op: 'lt', value: '0' } : { fact: fact.name, op: 'in', values: [] });

/** Conditions that must all hold: a fact, how it is compared, and with what. */
export function ConditionEditor({ label, value, facts, onChange }: ConditionEditorProps) {
  const { t } = useTranslation('approvals');
  const [first] = facts;
  const set = (index: number, condition: Condition) => onChange(value.map((each, at) => (at === index ? condition : each)));
  return (
    <Form.Item label={label}>
      {value.map((condition, index) => (
        <div key={index} className={styles.condition}>
          <OneCondition condition={condition} facts={facts} onChange={(next) => set(index, next)} />
          <Button size="small" aria-label={t('node.removeCondition')} onClick={() => onChange(value.filter((_, at) => at !== index))}>
            ×
          </Button>
        </div>
      ))}
      {first && (
        <Button size="small" onClick={() => onChange([...value, fresh(first)])}>
          {t('node.addCondition')}
        </Button>
      )}
    </Form.Item>
  );
}

function OneCondition({ condition, facts, onChange }: { condition: Condition; facts: readonly FactWords[]; onChange: (condition: Condition) => void }) {
  const { t, i18n } = useTranslation('approvals');
  const chinese = i18n.language.startsWith('zh');
  const fact = facts.find((each) => each.name === condition.fact);
  const numeric = fact?.kind === 'number';
  const ops = numeric ? NUMBER_OPS : TEXT_OPS;
  return (
    <div className={styles.conditionFields}>
      <Select
        aria-label={t('node.fact')}
        value={condition.fact}
        options={facts.map((each) => ({ value: each.name, label: chinese ? each.nameZh : each.nameEn }))}
        onChange={(name) => {
          const next = facts.find((each) => each.name === name);
          if (next) onChange(fresh(next));
        }}
      />
      <Select
        aria-label={t('node.op')}
        value={condition.op}
        options={ops.map((op) => ({ value: op, label: t(`op.${op}`) }))}
        onChange={(op: string) =>
          onChange(op === 'between' ? { fact: condition.fact, op, from: '0', to: condition.value ?? '0', from_included: true, to_included: false } : numeric ? { fact: condition.fact, op, value: condition.value ?? condition.to ?? '0' } : { ...condition, op })
        }
      />
      {condition.op === 'between' ? (
        <>
          <Input aria-label={t('node.from')} inputMode="decimal" value={condition.from} onChange={(event) => onChange({ ...condition, from: event.target.value })} />
          <Input aria-label={t('node.to')} inputMode="decimal" value={condition.to} onChange={(event) => onChange({ ...condition, to: event.target.value })} />
        </>
      ) : numeric ? (
        <Input aria-label={t('node.value')} inputMode="decimal" value={condition.value} onChange={(event) => onChange({ ...condition, value: event.target.value })} />
      ) : (
        <FactValues label={t('node.values')} fact={condition.fact} value={condition.values ?? []} onChange={(values) => onChange({ ...condition, values })} />
      )}
    </div>
  );
}
