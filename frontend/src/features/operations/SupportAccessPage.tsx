import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SupportAccessDocument, SupportGrantDocument, SupportMembersDocument, SupportRevokeDocument } from '@/gql/group/graphql';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { FormDialog } from '@/shared/form/FormDialog';
import { useAction } from '@/shared/form/useAction';
import { useRoleName } from '@/shared/session/roleName';
import { useCan } from '@/shared/session/ViewerContext';
import { Page, Section } from '@/shared/ui/Page';
import { Failure, Loading } from '@/shared/ui/States';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateTime } from '@/shared/ui/Values';
import styles from './operations.module.css';

interface Values {
  memberId: string;
  hours: number;
  reason: string;
  mayWrite?: boolean;
}

const TOUCHES = ['support', 'service', 'audit'];
const DAY = 24;
const WEEK = 168;

/** Whether, as whom and for how long the operator's people may act here; and what came of it. */
export function SupportAccessPage() {
  const { t } = useTranslation(['operations', 'common']);
  const can = useCan();
  const roleName = useRoleName();
  const { run, busy } = useAction();
  const [form] = Form.useForm<Values>();
  const [open, setOpen] = useState(false);
  const [now] = useState(() => Date.now());
  const { data, error, isPending, refetch } = useApiQuery(SupportAccessDocument, {}, { subject: 'support' });
  const members = useApiQuery(SupportMembersDocument, {}, { subject: 'member', enabled: open });
  const grant = useApiMutation(SupportGrantDocument, { payload: (result) => result.supportGrant, touches: TOUCHES });
  const revoke = useApiMutation(SupportRevokeDocument, { payload: (result) => result.supportRevoke, touches: TOUCHES });
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const options = (members.data?.members.edges ?? []).map(({ node }) => ({ value: node.id, label: `${node.displayName || node.email} · ${roleName(node.role)}` }));
  const holds = (each: { revokedAt?: string | null; endsAt: string }) => !each.revokedAt && Date.parse(each.endsAt) > now;
  return (
    <Page title={t('access.title')} intro={t('access.intro')} actions={can('accounts.support.grant') && <Button type="primary" onClick={() => setOpen(true)}>{t('access.grant')}</Button>}>
      <Section title={t('support.consents')}>
        {data.supportGrants.length === 0 && <p className="soft">{t('access.none')}</p>}
        <ul className={styles.cards}>
          {data.supportGrants.map((each) => (
            <li key={each.id} className={styles.card}>
              <div>
                <strong>{each.personName}</strong> <StatusTag tone={each.mayWrite ? 'warn' : 'idle'}>{each.mayWrite ? t('support.mayWrite') : t('support.readsOnly')}</StatusTag>
                <div className="soft">{each.reason}</div>
                <div className="soft">{t('support.grantedBy', { name: each.grantedBy })} · {t('support.until')} <DateTime value={each.endsAt} /></div>
              </div>
              {holds(each) ? (
                can('accounts.support.revoke') && <Button danger loading={busy} onClick={() => void run(() => revoke.mutateAsync({ input: { grantId: each.id } }), t('done'))}>{t('access.revoke')}</Button>
              ) : (
                <StatusTag tone="idle" hollow>{each.revokedAt ? t('access.revoked') : t('access.over')}</StatusTag>
              )}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('access.sessions')} intro={t('access.sessionsIntro')}>
        {data.supportSessions.length === 0 && <p className="soft">{t('access.noSessions')}</p>}
        <ul className={styles.cards}>
          {data.supportSessions.map((each) => (
            <li key={each.id} className={styles.card}>
              <div>
                {t('access.session', { operator: each.operatorName, name: each.personName })}
                <div className="soft">{each.reason}</div>
              </div>
              <span className="soft"><DateTime value={each.startedAt} /> – <DateTime value={each.endedAt ?? each.endsAt} /></span>
            </li>
          ))}
        </ul>
      </Section>
      <FormDialog<Values, unknown> open={open} title={t('access.grant')} intro={t('access.grantIntro')} form={form} initial={{ hours: DAY }} submitLabel={t('access.grant')} send={(input) => grant.mutateAsync({ input })} onDone={() => setOpen(false)} onClose={() => setOpen(false)}>
        <Form.Item name="memberId" label={t('access.member')} rules={[{ required: true, message: t('common:form.required') }]}>
          <Select showSearch optionFilterProp="label" loading={members.isPending} options={options} />
        </Form.Item>
        <Form.Item name="hours" label={t('access.hours')} rules={[{ required: true, message: t('common:form.required') }]}>
          <InputNumber min={1} max={WEEK} />
        </Form.Item>
        <Form.Item name="reason" label={t('access.reason')} rules={[{ required: true, whitespace: true, message: t('common:form.required') }]}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
        <Form.Item name="mayWrite" valuePropName="checked" extra={t('access.writeHint')}>
          <Checkbox>{t('access.write')}</Checkbox>
        </Form.Item>
      </FormDialog>
    </Page>
  );
}
