import { Button, DatePicker, Form, Input, Radio } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  AlertCloseDocument as GroupClose, AlertCommentDocument as GroupComment, AlertReopenDocument as GroupReopen, AlertSeeDocument as GroupSee, AlertSnoozeDocument as GroupSnooze,
  AlertWakeDocument as GroupWake,
} from '@/gql/group/graphql';
import {
  AlertCloseDocument as UnitClose, AlertCommentDocument as UnitComment, AlertReopenDocument as UnitReopen, AlertSeeDocument as UnitSee, AlertSnoozeDocument as UnitSnooze,
  AlertWakeDocument as UnitWake,
} from '@/gql/unit/graphql';
import { useForDoor } from '@/shared/api/forDoor';
import { useApiMutation } from '@/shared/api/hooks';
import { FormDialog } from '@/shared/form/FormDialog';
import { ReasonDialog } from '@/shared/form/ReasonDialog';
import { useAction } from '@/shared/form/useAction';
import type { ShownAlert } from './AlertDrawer';
import styles from './alerts.module.css';

const TOUCHES = ['alert'];
const TERMS = { tomorrow: 1, week: 7, month: 30 } as const;
type Term = keyof typeof TERMS | 'day';
const START_OF_WORK = 8;
const MOST_DAYS = 90;

/** What can be done with an alert in its state. */
export function AlertActions({ alert }: { alert: ShownAlert }) {
  const { t } = useTranslation('analytics');
  const [asking, setAsking] = useState<'snooze' | 'close' | null>(null);
  const { run, busy } = useAction();
  const see = useApiMutation(useForDoor(GroupSee, UnitSee), { payload: (r) => r.alertSee, touches: TOUCHES });
  const wake = useApiMutation(useForDoor(GroupWake, UnitWake), { payload: (r) => r.alertWake, touches: TOUCHES });
  const close = useApiMutation(useForDoor(GroupClose, UnitClose), { payload: (r) => r.alertClose, touches: TOUCHES });
  const reopen = useApiMutation(useForDoor(GroupReopen, UnitReopen), { payload: (r) => r.alertReopen, touches: TOUCHES });
  if (alert.resolvedAt) return null;
  const input = { alertId: alert.id };
  if (alert.closedAt) {
    return (
      <div className={styles.actions}>
        <Button loading={busy} onClick={() => void run(() => reopen.mutateAsync({ input }), t('alerts.reopened'))}>{t('alerts.reopen')}</Button>
      </div>
    );
  }
  return (
    <div className={styles.actions}>
      {!alert.seenAt && <Button type="primary" loading={busy} onClick={() => void run(() => see.mutateAsync({ input }), t('alerts.taken'))}>{t('alerts.take')}</Button>}
      {alert.snoozedUntilAt ? <Button loading={busy} onClick={() => void run(() => wake.mutateAsync({ input }), t('alerts.woken'))}>{t('alerts.wake')}</Button> : <Button onClick={() => setAsking('snooze')}>{t('alerts.snooze')}</Button>}
      <Button onClick={() => setAsking('close')}>{t('alerts.close')}</Button>
      <SnoozeDialog open={asking === 'snooze'} alertId={alert.id} onClose={() => setAsking(null)} />
      <ReasonDialog open={asking === 'close'} danger={false} title={t('alerts.closeTitle')} submitLabel={t('alerts.close')} send={(reason) => close.mutateAsync({ input: { ...input, reason } })} onDone={() => setAsking(null)} onClose={() => setAsking(null)} />
    </div>
  );
}

interface Snooze {
  term: Term;
  day?: dayjs.Dayjs;
}

/** Mornings, as an alert comes back when somebody is there to see it. */
const morning = ({ term, day }: Snooze) => (term === 'day' && day ? day : dayjs().add(term === 'day' ? 1 : TERMS[term], 'day')).startOf('day').hour(START_OF_WORK);

function SnoozeDialog({ open, alertId, onClose }: { open: boolean; alertId: string; onClose: () => void }) {
  const { t } = useTranslation('analytics');
  const [form] = Form.useForm<Snooze>();
  const term = Form.useWatch('term', form);
  const snooze = useApiMutation(useForDoor(GroupSnooze, UnitSnooze), { payload: (r) => r.alertSnooze, touches: TOUCHES });
  const terms: Term[] = ['tomorrow', 'week', 'month', 'day'];
  return (
    <FormDialog<Snooze, unknown>
      open={open}
      title={t('alerts.snoozeTitle')}
      intro={t('alerts.snoozeIntro')}
      form={form}
      initial={{ term: 'tomorrow' }}
      submitLabel={t('alerts.snooze')}
      send={(values) => snooze.mutateAsync({ input: { alertId, until: morning(values).toISOString() } })}
      onDone={onClose}
      onClose={onClose}
    >
      <Form.Item name="term" label={t('alerts.until')} rules={[{ required: true }]}>
        <Radio.Group vertical options={terms.map((value) => ({ value, label: t(`alerts.term.${value}`) }))} />
      </Form.Item>
      {term === 'day' && (
        <Form.Item name="day" label={t('alerts.day')} rules={[{ required: true, message: t('alerts.dayNeeded') }]}>
          <DatePicker style={{ width: '100%' }} minDate={dayjs().add(1, 'day')} maxDate={dayjs().add(MOST_DAYS, 'day')} />
        </Form.Item>
      )}
    </FormDialog>
  );
}

/** A comment for all who see the alert. */
export function CommentForm({ alertId }: { alertId: string }) {
  const { t } = useTranslation('analytics');
  const [text, setText] = useState('');
  const { run, busy } = useAction();
  const comment = useApiMutation(useForDoor(GroupComment, UnitComment), { payload: (r) => r.alertComment, touches: TOUCHES });
  async function send() {
    if (await run(() => comment.mutateAsync({ input: { alertId, text } }))) setText('');
  }
  return (
    <div className={styles.comment}>
      <Input.TextArea rows={2} maxLength={2000} aria-label={t('alerts.comment')} placeholder={t('alerts.comment')} value={text} onChange={(event) => setText(event.target.value)} />
      <Button disabled={!text.trim()} loading={busy} onClick={() => void send()}>{t('alerts.say')}</Button>
    </div>
  );
}
