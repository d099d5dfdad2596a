import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConsoleFeaturesDocument, FeatureSwitchDocument } from '@/gql/operator/graphql';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { FormDialog } from '@/shared/form/FormDialog';
import { Page, Section } from '@/shared/ui/Page';
import { Failure, Loading } from '@/shared/ui/States';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateTime } from '@/shared/ui/Values';
import styles from '../operations.module.css';
import { useConsole } from './useConsole';

interface Values {
  module: string;
  state: string;
  groupId?: string;
  reason: string;
}

const STATES = ['held', 'lent', 'free'] as const;

/** Modules held back from everybody or one group, and modules lent beyond a plan. */
export function FeaturesPage() {
  const { t } = useTranslation(['operations', 'common']);
  const { t: common } = useTranslation();
  const may = useConsole();
  const [form] = Form.useForm<Values>();
  const [open, setOpen] = useState<Partial<Values> | null>(null);
  const { data, error, isPending, refetch } = useApiQuery(ConsoleFeaturesDocument, {}, { subject: 'console' });
  const change = useApiMutation(FeatureSwitchDocument, { payload: (result) => result.featureSwitch, touches: ['console'] });
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const names = new Map(data.modules.map((each) => [each.code, each.name]));
  const maySwitch = may('operations.feature.switch');
  return (
    <Page title={common('nav.consoleFeatures')} actions={maySwitch && <Button type="primary" onClick={() => setOpen({ state: 'held' })}>{t('feature.switch')}</Button>}>
      <Section title={t('feature.inForce')} intro={t('feature.intro')}>
        {data.features.length === 0 && <p className="soft">{t('feature.none')}</p>}
        <ul className={styles.cards}>
          {data.features.map((each) => (
            <li key={`${each.module}${each.groupId ?? ''}`} className={styles.card}>
              <div>
                <strong>{names.get(each.module) ?? each.module}</strong> · {(each.groupId ? each.groupName : t('feature.all'))} <StatusTag tone={each.state === 'held' ? 'bad' : 'accent'}>{t(`feature.state.${each.state as 'held'}`)}</StatusTag>
                <div className="soft">{each.reason}</div>
                <div className="soft">{each.changedBy} · <DateTime value={each.changedAt} ago /></div>
              </div>
              {maySwitch && <Button size="small" onClick={() => setOpen({ module: each.module, groupId: each.groupId ?? undefined, state: 'free' })}>{t('feature.change')}</Button>}
            </li>
          ))}
        </ul>
      </Section>
      <FormDialog<Values, unknown> open={open !== null} title={t('feature.switch')} intro={t('feature.dialog')} form={form} initial={open ?? {}} submitLabel={t('feature.switch')} send={(input) => change.mutateAsync({ input })} onDone={() => setOpen(null)} onClose={() => setOpen(null)}>
        <Form.Item name="module" label={t('feature.module')} rules={[{ required: true, message: t('common:form.required') }]}>
          <Select options={data.modules.map((each) => ({ value: each.code, label: each.name }))} />
        </Form.Item>
        <Form.Item name="groupId" label={t('group.name')}>
          <Select allowClear showSearch optionFilterProp="label" placeholder={t('feature.all')} options={data.groups.map((each) => ({ value: each.id, label: each.name }))} />
        </Form.Item>
        <Form.Item name="state" label={t('feature.to')} rules={[{ required: true, message: t('common:form.required') }]}>
          <Select options={STATES.map((value) => ({ value, label: t(`feature.state.${value}`) }))} />
        </Form.Item>
        <Form.Item name="reason" label={t('feature.reason')} rules={[{ required: true, whitespace: true, message: t('common:form.required') }]}>
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
      </FormDialog>
    </Page>
  );
}
