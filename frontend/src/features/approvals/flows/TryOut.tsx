import { Alert, Button, Drawer, Form, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FlowSimulateDocument, type FlowSimulateQuery } from '@/gql/unit/graphql';
import { execute } from '@/shared/api/client';
import { useDoor } from '@/shared/api/DoorContext';
import { FormErrors } from '@/shared/form/FormErrors';
import { useSubmit } from '@/shared/form/useSubmit';
import { Section } from '@/shared/ui/Page';
import { StatusTag } from '@/shared/ui/StatusTag';
import { PersonSelect } from '../PersonSelect';
import { usePeople } from '../usePeople';
import type { FactWords } from './ConditionEditor';
import { FactValues } from './FactValues';
import type { Flow } from './FlowPage';
import styles from './flows.module.css';

type Way = NonNullable<FlowSimulateQuery['flowSimulate']['given']>;

interface Values {
  facts: Record<string, string | string[] | undefined>;
  requesterId?: string;
}

interface TryOutProps {
  open: boolean;
  flow: Flow;
  facts: readonly FactWords[];
  /** Marks the way on the drawing. */
  onWay: (path: readonly string[]) => void;
  onClose: () => void;
}

/** Walks the saved flow with a document that is made up; changes nothing. */
export function TryOut({ open, flow, facts, onWay, onClose }: TryOutProps) {
  const { t, i18n } = useTranslation('approvals');
  const chinese = i18n.language.startsWith('zh');
  const door = useDoor();
  const [form] = Form.useForm<Values>();
  const people = usePeople();
  const [way, setWay] = useState<Way | null>(null);
  const { submit, busy, general } = useSubmit<Values, FlowSimulateQuery>({
    form,
    send: (values) => execute(door, FlowSimulateDocument, { flowId: flow.id, facts: given(values.facts), requesterId: values.requesterId }),
    onDone: ({ flowSimulate }) => {
      setWay(flowSimulate.given ?? null);
      onWay(flowSimulate.given?.path ?? []);
    },
  });
  return (
    <Drawer open={open} onClose={onClose} title={t('tryOut.title')} size={460} mask={false}>
      <div className={styles.tryOut}>
        <Section title={t('tryOut.document')} intro={t('tryOut.intro')}>
          <FormErrors messages={general} />
          <Form<Values> form={form} layout="vertical" onFinish={(values) => void submit(values)}>
            {facts.map((fact) => (
              <Form.Item
                key={fact.name}
                name={['facts', fact.name]}
                label={chinese ? fact.nameZh : fact.nameEn}
                rules={fact.kind === 'number' ? [{ required: true, message: t('tryOut.numberNeeded') }] : []}
              >
                {fact.kind === 'number' ? <InputNumber stringMode min="0" style={{ width: '100%' }} /> : <FactValues label={chinese ? fact.nameZh : fact.nameEn} fact={fact.name} single={!fact.multiple} />}
              </Form.Item>
            ))}
            <Form.Item name="requesterId" label={t('tryOut.requester')} extra={t('tryOut.requesterHint')}>
              <PersonSelect options={people.options} loading={people.isPending} allowClear />
            </Form.Item>
            <Button type="primary" htmlType="submit" loading={busy}>
              {t('tryOut.submit')}
            </Button>
          </Form>
          <div role="status" className={way ? styles.way : undefined}>{way && <WayWords way={way} chinese={chinese} />}</div>
        </Section>
      </div>
    </Drawer>
  );
}

/** The facts as the server takes them: what was left empty is left out. */
const given = (facts: Values['facts']): Record<string, string | string[]> =>
  Object.fromEntries(Object.entries(facts).flatMap(([name, value]) => (value === undefined || value.length === 0 ? [] : [[name, Array.isArray(value) ? value : String(value)]])));

function WayWords({ way, chinese }: { way: Way; chinese: boolean }) {
  const { t } = useTranslation('approvals');
  if (way.stuckAt) return <Alert type="error" showIcon title={t('tryOut.stuck', { node: way.stuckAt })} />;
  if (way.steps.length === 0) return <Alert type={way.isAutomatic ? 'success' : 'warning'} showIcon title={t('tryOut.noSteps')} />;
  return (
    <ol className={styles.wayOut} aria-label={t('tryOut.way')}>
      {way.steps.map((step, index) => (
        <li key={step.nodeId}>
          <strong>
            {index + 1}. {chinese ? step.nameZh : step.nameEn}
          </strong>{' '}
          {!step.isManned && <StatusTag tone="bad">{t('tryOut.unmanned')}</StatusTag>}
          <p className="soft">{step.people.join(' · ') || t('tryOut.nobody')}</p>
        </li>
      ))}
    </ol>
  );
}
