import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AnnouncementPublishDocument, AnnouncementWithdrawDocument, ConsoleAnnouncementsDocument } from '@/gql/operator/graphql';
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
  tone: string;
  textEn: string;
  textZh: string;
  groupIds?: string[];
  startsAt: string;
  endsAt: string;
}

const TOUCHES = ['console'];

/** What customers are told in the app, for a while, in both languages. */
export function AnnouncementsPage() {
  const { t, i18n } = useTranslation(['operations', 'common']);
  const { t: common } = useTranslation();
  const may = useConsole();
  const { run, busy } = useAction();
  const [form] = Form.useForm<Values>();
  const [open, setOpen] = useState(false);
  const { data, error, isPending, refetch } = useApiQuery(ConsoleAnnouncementsDocument, {}, { subject: 'console' });
  const publish = useApiMutation(AnnouncementPublishDocument, { payload: (result) => result.announcementPublish, touches: TOUCHES });
  const withdraw = useApiMutation(AnnouncementWithdrawDocument, { payload: (result) => result.announcementWithdraw, touches: TOUCHES });
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const send = ({ startsAt, endsAt, ...words }: Values) => publish.mutateAsync({ input: { ...words, startsAt: instant(startsAt), endsAt: instant(endsAt) } });
  return (
    <Page title={common('nav.consoleAnnouncements')} actions={may('operations.announcement.publish') && <Button type="primary" onClick={() => setOpen(true)}>{t('announcement.new')}</Button>}>
      <Section title={t('announcement.all')}>
        {data.announcements.length === 0 && <p className="soft">{t('announcement.none')}</p>}
        <ul className={styles.cards}>
          {data.announcements.map((each) => (
            <li key={each.id} className={styles.card}>
              <div>
                {i18n.language === 'en' ? each.textEn : each.textZh}
                <div className="soft">
                  {each.groupCount ? t('announcement.groups', { count: each.groupCount }) : t('feature.all')} · <DateTime value={each.startsAt} /> – <DateTime value={each.endsAt} />
                </div>
              </div>
              {each.withdrawnAt ? (
                <StatusTag tone="idle">{t('announcement.withdrawn')}</StatusTag>
              ) : (
                may('operations.announcement.withdraw') && <Button size="small" loading={busy} onClick={() => void run(() => withdraw.mutateAsync({ input: { announcementId: each.id } }), t('done'))}>{t('announcement.withdraw')}</Button>
              )}
            </li>
          ))}
        </ul>
      </Section>
      <FormDialog<Values, unknown> open={open} title={t('announcement.new')} form={form} initial={{ tone: 'info' }} submitLabel={t('announcement.publish')} send={send} onDone={() => setOpen(false)} onClose={() => setOpen(false)}>
        <Form.Item name="tone" label={t('announcement.tone')} rules={[{ required: true, message: t('common:form.required') }]}>
          <Select options={(['info', 'warning'] as const).map((value) => ({ value, label: t(`announcement.tones.${value}`) }))} />
        </Form.Item>
        <Form.Item name="textEn" label={t('announcement.textEn')} rules={[{ required: true, whitespace: true, message: t('common:form.required') }]}>
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
        <Form.Item name="textZh" label={t('announcement.textZh')} rules={[{ required: true, whitespace: true, message: t('common:form.required') }]}>
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
        <Form.Item name="groupIds" label={t('announcement.for')}>
          <Select mode="multiple" optionFilterProp="label" placeholder={t('feature.all')} options={data.groups.map((each) => ({ value: each.id, label: each.name }))} />
        </Form.Item>
        <PeriodFields />
      </FormDialog>
    </Page>
  );
}
