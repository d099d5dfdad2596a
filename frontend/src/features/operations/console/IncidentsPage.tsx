import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConsoleStatusDocument, IncidentReportDocument, IncidentUpdateDocument, MaintenanceAnnounceDocument, MaintenanceWithdrawDocument } from '@/gql/operator/graphql';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { FormDialog } from '@/shared/form/FormDialog';
import { useAction } from '@/shared/form/useAction';
import { Page, Section } from '@/shared/ui/Page';
import { Failure, Loading } from '@/shared/ui/States';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateTime } from '@/shared/ui/Values';
import styles from '../operations.module.css';
import { PeriodFields } from './PeriodFields';
import { instant, useConsole } from './useConsole';

interface Values {
  titleEn: string;
  titleZh: string;
  textEn: string;
  textZh: string;
  impact: string;
  state: string;
  startsAt: string;
  endsAt: string;
}

type Open = { dialog: 'report' | 'window' } | { dialog: 'update'; id: string } | null;

const TOUCHES = ['console'];
const IMPACTS = ['minor', 'major', 'critical'] as const;
const STATES = ['investigating', 'identified', 'monitoring', 'resolved'] as const;

/** What the public page tells: incidents with their updates, and maintenance, which counts only when announced before. */
export function IncidentsPage() {
  const { t } = useTranslation(['operations', 'common']);
  const { t: common } = useTranslation();
  const may = useConsole();
  const { run, busy } = useAction();
  const [form] = Form.useForm<Values>();
  const [open, setOpen] = useState<Open>(null);
  const [now] = useState(() => Date.now());
  const close = () => setOpen(null);
  const { data, error, isPending, refetch } = useApiQuery(ConsoleStatusDocument, {}, { subject: 'console' });
  const report = useApiMutation(IncidentReportDocument, { payload: (result) => result.incidentReport, touches: TOUCHES });
  const update = useApiMutation(IncidentUpdateDocument, { payload: (result) => result.incidentUpdate, touches: TOUCHES });
  const announce = useApiMutation(MaintenanceAnnounceDocument, { payload: (result) => result.maintenanceAnnounce, touches: TOUCHES });
  const withdraw = useApiMutation(MaintenanceWithdrawDocument, { payload: (result) => result.maintenanceWithdraw, touches: TOUCHES });
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const { incidents, maintenance } = data.status;

  function send({ titleEn, titleZh, textEn, textZh, impact, state, startsAt, endsAt }: Values): Promise<unknown> {
    if (open?.dialog === 'update') return update.mutateAsync({ input: { incidentId: open.id, state, textEn, textZh } });
    if (open?.dialog === 'window') return announce.mutateAsync({ input: { titleEn, titleZh, startsAt: instant(startsAt), endsAt: instant(endsAt) } });
    return report.mutateAsync({ input: { titleEn, titleZh, impact, textEn, textZh } });
  }

  const text = (name: keyof Values, label: string) => (
    <Form.Item key={name} name={name} label={label} rules={[{ required: true, whitespace: true, message: t('common:form.required') }]}>
      <Input.TextArea autoSize maxLength={1000} />
    </Form.Item>
  );
  const title = open?.dialog === 'window' ? t('incident.window') : open?.dialog === 'update' ? t('incident.update') : t('incident.report');
  return (
    <Page
      title={common('nav.consoleIncidents')}
      actions={
        may('operations.incident.report') && (
          <>
            <Button onClick={() => setOpen({ dialog: 'window' })}>{t('incident.window')}</Button>
            <Button type="primary" onClick={() => setOpen({ dialog: 'report' })}>{t('incident.report')}</Button>
          </>
        )
      }
    >
      <Section title={t('status.incidents')}>
        {incidents.length === 0 && <p className="soft">{t('status.noIncidents')}</p>}
        <ul className={styles.cards}>
          {incidents.map((each) => (
            <li key={each.id} className={styles.card}>
              <div>
                <strong>{each.title}</strong> <span className="soft">{t(`status.impact.${each.impact as 'minor'}`)} · <DateTime value={each.startedAt} /></span>
              </div>
              <StatusTag tone={each.resolvedAt ? 'good' : 'bad'}>{t(`status.incident.${each.state as 'resolved'}`)}</StatusTag>
              {may('operations.incident.update') && <Button size="small" onClick={() => setOpen({ dialog: 'update', id: each.id })}>{t('incident.update')}</Button>}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('status.maintenance')} intro={t('incident.windowIntro')}>
        {maintenance.length === 0 && <p className="soft">{t('status.noMaintenance')}</p>}
        <ul className={styles.cards}>
          {maintenance.map((each) => (
            <li key={each.id} className={styles.card}>
              <div>
                <strong>{each.title}</strong> <span className="soft"><DateTime value={each.startsAt} /> – <DateTime value={each.endsAt} /></span>
                {!each.announcedBefore && <div className="soft">{t('incident.late')}</div>}
              </div>
              {may('operations.maintenance.withdraw') && Date.parse(each.startsAt) > now && <Button size="small" loading={busy} onClick={() => void run(() => withdraw.mutateAsync({ input: { maintenanceId: each.id } }), t('done'))}>{t('announcement.withdraw')}</Button>}
            </li>
          ))}
        </ul>
      </Section>
      <FormDialog<Values, unknown> open={open !== null} title={title} form={form} initial={{ impact: 'minor', state: 'monitoring' }} submitLabel={t('incident.tell')} send={send} onDone={close} onClose={close}>
        {open?.dialog !== 'update' && [text('titleEn', t('incident.titleEn')), text('titleZh', t('incident.titleZh'))]}
        {open?.dialog === 'report' && (
          <Form.Item name="impact" label={t('incident.impact')} rules={[{ required: true, message: t('common:form.required') }]}>
            <Select options={IMPACTS.map((value) => ({ value, label: t(`status.impact.${value}`) }))} />
          </Form.Item>
        )}
        {open?.dialog === 'update' && (
          <Form.Item name="state" label={t('incident.state')} rules={[{ required: true, message: t('common:form.required') }]}>
            <Select options={STATES.map((value) => ({ value, label: t(`status.incident.${value}`) }))} />
          </Form.Item>
        )}
        {open?.dialog === 'window' ? <PeriodFields /> : [text('textEn', t('announcement.textEn')), text('textZh', t('announcement.textZh'))]}
      </FormDialog>
    </Page>
  );
}
