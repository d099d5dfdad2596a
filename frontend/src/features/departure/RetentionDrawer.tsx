import { Button, Drawer, Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { RetentionExtendDocument } from '@/gql/group/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { FormErrors } from '@/shared/form/FormErrors';
import { useSubmit } from '@/shared/form/useSubmit';
import { useCan } from '@/shared/session/ViewerContext';
import { Facts } from '@/shared/ui/Page';
import { Count, DateTime, Day, Nothing } from '@/shared/ui/Values';
import type { RetentionRule } from './RetentionPage';

interface Values {
  days: number;
}

/** One rule in full, its last run, and a longer period where the group may choose one. */
export function RetentionDrawer({ rule, onClose }: { rule: RetentionRule | null; onClose: () => void }) {
  const { t } = useTranslation('departure');
  const may = useCan()('privacy.retention.extend');
  const run = rule?.last;
  return (
    <Drawer open={rule !== null} onClose={onClose} size={520} title={rule?.name} destroyOnHidden>
      {rule && (
        <>
          <Facts
            items={[
              { term: t('retention.period'), value: t('retention.after', { count: rule.days, since: rule.since }) },
              { term: t('retention.what'), value: t(`retention.action.${rule.action as 'delete'}`) },
              { term: t('retention.ground'), value: rule.ground },
              { term: t('retention.bounds'), value: rule.mostDays > rule.leastDays ? t('retention.between', { least: rule.leastDays, most: rule.mostDays }) : t('retention.fixed') },
              { term: t('retention.chosen'), value: rule.chosenAt ? <span>{rule.chosenBy} · <DateTime value={rule.chosenAt} /></span> : <Nothing /> },
              ...(run
                ? [
                    { term: t('retention.last'), value: <Day value={run.day} /> },
                    { term: t('retention.found'), value: <Count value={run.found} /> },
                    { term: t('retention.lastRemoved'), value: <Count value={run.removed} /> },
                    { term: t('retention.held'), value: <Count value={run.held} /> },
                    { term: t('retention.took'), value: t('retention.ms', { count: run.tookMs }) },
                  ]
                : [{ term: t('retention.last'), value: rule.ours ? t('retention.never') : t('retention.notYours') }]),
            ]}
          />
          {may && rule.mostDays > rule.leastDays && <Extend rule={rule} onDone={onClose} />}
        </>
      )}
    </Drawer>
  );
}

function Extend({ rule, onDone }: { rule: RetentionRule; onDone: () => void }) {
  const { t } = useTranslation('departure');
  const [form] = Form.useForm<Values>();
  const extend = useApiMutation(RetentionExtendDocument, { payload: (r) => r.retentionExtend, touches: ['retention', 'audit'] });
  const { submit, busy, general } = useSubmit<Values, unknown>({ form, send: ({ days }) => extend.mutateAsync({ input: { rule: rule.code, days } }), onDone });
  return (
    <Form<Values> form={form} layout="vertical" initialValues={{ days: rule.days }} onFinish={(values) => void submit(values)} style={{ marginTop: 16 }}>
      <FormErrors messages={general} />
      <Form.Item name="days" label={t('retention.days')} extra={t('retention.between', { least: rule.leastDays, most: rule.mostDays })} rules={[{ required: true, message: t('request.needed') }]}>
        <InputNumber min={rule.leastDays} max={rule.mostDays} precision={0} style={{ width: 160 }} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('retention.save')}
      </Button>
    </Form>
  );
}
