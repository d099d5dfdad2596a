import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Section } from '@/shared/ui/Page';
import { AssigneeEditor } from './AssigneeEditor';
import { ConditionEditor, type FactWords } from './ConditionEditor';
import type { Vocabulary } from './FlowPage';
import { nodeLabel, type Assignee, type BranchNode, type FlowGraph, type FlowNode, type StepNode } from './graph';
import styles from './flows.module.css';

interface NodeEditorProps {
  node: FlowNode;
  graph: FlowGraph;
  facts: readonly FactWords[];
  vocabulary: Vocabulary;
  editable: boolean;
  onChange: (node: FlowNode) => void;
  onStart: () => void;
  onRemove: () => void;
}

/** Everything about the chosen node; the same can be done here by keyboard as by drawing. */
export function NodeEditor({ node, graph, facts, vocabulary, editable, onChange, onStart, onRemove }: NodeEditorProps) {
  const { t, i18n } = useTranslation('approvals');
  const chinese = i18n.language.startsWith('zh');
  const targets = graph.nodes.filter((each) => each.id !== node.id).map((each) => ({ value: each.id, label: nodeLabel(each, chinese, t(`node.${each.type}`)) }));
  return (
    <Section title={`${t(`node.${node.type}`)} ${node.id}`}>
      <Form layout="vertical" disabled={!editable} component="div">
        {node.type === 'step' && <StepFields step={node} targets={targets} facts={facts} vocabulary={vocabulary} onChange={onChange} />}
        {node.type === 'branch' && <BranchFields branch={node} targets={targets} facts={facts} onChange={onChange} />}
        {node.type === 'end' && (
          <Checkbox checked={node.automatic} onChange={(event) => onChange({ ...node, automatic: event.target.checked })}>
            {t('node.automaticHint')}
          </Checkbox>
        )}
        <div className={styles.editorFoot}>
          <Button disabled={!editable || graph.start === node.id} onClick={onStart}>
            {t('node.makeStart')}
          </Button>
          <Button danger disabled={!editable} onClick={onRemove}>
            {t('node.remove')}
          </Button>
        </div>
      </Form>
    </Section>
  );
}

interface Target {
  value: string;
  label: string;
}

function To({ label, value, targets, onChange, required = true }: { label: string; required?: boolean; value: string | null | undefined; targets: Target[]; onChange: (to: string | null) => void }) {
  return (
    <Form.Item required={required} label={label}>
      <Select aria-label={label} allowClear value={value ?? undefined} options={targets} onChange={(to: string | undefined) => onChange(to ?? null)} />
    </Form.Item>
  );
}

/** What the server takes when a step does not say, in working hours. */
const REMIND_AFTER = 8;
const ESCALATE_AFTER = 16;

/** With the first person to escalate to comes a term, with the last it goes. */
function escalating(step: StepNode, people: Assignee[]): StepNode {
  if (people.length === 0) return { ...step, escalate_to: undefined, escalate_after_hours: undefined };
  return { ...step, escalate_to: people, escalate_after_hours: step.escalate_after_hours ?? ESCALATE_AFTER };
}

function Hours({ label, value, onChange }: { label: string; value: number | null | undefined; onChange: (hours: number | null) => void }) {
  const { t } = useTranslation('approvals');
  return (
    <Form.Item required label={t('node.inHours', { what: label })}>
      <InputNumber aria-label={label} min={1} max={500} precision={0} value={value} style={{ width: '100%' }} onChange={onChange} />
    </Form.Item>
  );
}

interface StepFieldsProps {
  step: StepNode;
  targets: Target[];
  facts: readonly FactWords[];
  vocabulary: Vocabulary;
  onChange: (node: FlowNode) => void;
}

function StepFields({ step, targets, facts, vocabulary, onChange }: StepFieldsProps) {
  const { t } = useTranslation('approvals');
  return (
    <>
      <Form.Item required label={t('node.nameEn')}>
        <Input aria-label={t('node.nameEn')} value={step.name_en} maxLength={80} onChange={(event) => onChange({ ...step, name_en: event.target.value })} />
      </Form.Item>
      <Form.Item required label={t('node.nameZh')}>
        <Input aria-label={t('node.nameZh')} value={step.name_zh} maxLength={80} onChange={(event) => onChange({ ...step, name_zh: event.target.value })} />
      </Form.Item>
      <Form.Item required label={t('node.mode')}>
        <Select
          aria-label={t('node.mode')}
          value={step.mode}
          options={(['any_of', 'all_of', 'quorum'] as const).map((value) => ({ value, label: t(`mode.${value}`) }))}
          onChange={(mode) => onChange({ ...step, mode, quorum: mode === 'quorum' ? (step.quorum ?? 2) : undefined })}
        />
      </Form.Item>
      {step.mode === 'quorum' && (
        <Form.Item required label={t('node.quorum')}>
          <InputNumber aria-label={t('node.quorum')} min={1} max={20} precision={0} value={step.quorum ?? 2} onChange={(quorum) => onChange({ ...step, quorum: quorum ?? 2 })} />
        </Form.Item>
      )}
      <AssigneeEditor required label={t('node.who')} value={step.assignees} vocabulary={vocabulary} onChange={(assignees) => onChange({ ...step, assignees })} />
      <AssigneeEditor label={t('node.fallback')} value={step.fallback ?? []} vocabulary={vocabulary} onChange={(fallback) => onChange({ ...step, fallback: fallback.length > 0 ? fallback : undefined })} />
      <Hours label={t('node.remindAfter')} value={step.remind_after_hours ?? REMIND_AFTER} onChange={(hours) => onChange({ ...step, remind_after_hours: hours ?? undefined })} />
      <AssigneeEditor label={t('node.escalateTo')} value={step.escalate_to ?? []} vocabulary={vocabulary} onChange={(escalated) => onChange(escalating(step, escalated))} />
      {step.escalate_to && <Hours label={t('node.escalateAfter')} value={step.escalate_after_hours} onChange={(hours) => onChange({ ...step, escalate_after_hours: hours })} />}
      <ConditionEditor label={t('node.onlyWhen')} value={step.when ?? []} facts={facts} onChange={(when) => onChange({ ...step, when })} />
      <To label={t('node.next')} value={step.next} targets={targets} onChange={(next) => onChange({ ...step, next })} />
    </>
  );
}

function BranchFields({ branch, targets, facts, onChange }: { branch: BranchNode; targets: Target[]; facts: readonly FactWords[]; onChange: (node: FlowNode) => void }) {
  const { t } = useTranslation('approvals');
  const setRow = (index: number, change: Partial<BranchNode['rows'][number]>) => onChange({ ...branch, rows: branch.rows.map((row, at) => (at === index ? { ...row, ...change } : row)) });
  return (
    <>
      <Form.Item required label={t('node.hit')}>
        <Select aria-label={t('node.hit')} value={branch.hit} options={(['first', 'unique'] as const).map((value) => ({ value, label: t(`hit.${value}`) }))} onChange={(hit) => onChange({ ...branch, hit })} />
      </Form.Item>
      {branch.rows.map((row, index) => (
        <fieldset key={index} className={styles.rowEditor}>
          <legend>{t('node.rowNo', { no: index + 1 })}</legend>
          <ConditionEditor label={t('node.when')} value={row.when} facts={facts} onChange={(when) => setRow(index, { when })} />
          <To label={t('node.then')} value={row.to} targets={targets} onChange={(to) => setRow(index, { to })} />
          <Button size="small" disabled={branch.rows.length === 1} onClick={() => onChange({ ...branch, rows: branch.rows.filter((_, at) => at !== index) })}>
            {t('node.removeRow')}
          </Button>
        </fieldset>
      ))}
      <Button onClick={() => onChange({ ...branch, rows: [...branch.rows, { when: [], to: null }] })}>{t('node.addRow')}</Button>
      <To required={false} label={t('node.else')} value={branch.else} targets={targets} onChange={(otherwise) => onChange({ ...branch, else: otherwise })} />
    </>
  );
}
