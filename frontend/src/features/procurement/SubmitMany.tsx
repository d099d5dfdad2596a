import { App, Button, Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RequisitionsSubmitDocument } from '@/gql/unit/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { useAction } from '@/shared/form/useAction';

/** So many go in one request: the bar moves, and nobody waits long for locks. */
const BATCH = 20;

interface Draft {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly version: number;
}

/** Submits the chosen drafts, tells how far it is, and names each refusal. */
export function SubmitMany({ rows, clear }: { rows: readonly Draft[]; clear: () => void }) {
  const { t } = useTranslation('procurement');
  const { notification } = App.useApp();
  const { run, busy } = useAction();
  const [done, setDone] = useState(0);
  const submit = useApiMutation(RequisitionsSubmitDocument, { payload: (r) => r.requisitionsSubmit, touches: ['requisition', 'task', 'run'] });
  const drafts = rows.filter(({ status }) => status === 'draft' || status === 'returned');

  async function send() {
    const numbers = new Map(drafts.map(({ id, number }) => [id, number]));
    const refused: string[] = [];
    setDone(0);
    for (let from = 0; from < drafts.length; from += BATCH) {
      const requisitions = drafts.slice(from, from + BATCH).map(({ id, version }) => ({ requisitionId: id, version }));
      const answer = await submit.mutateAsync({ input: { requisitions, idempotencyKey: crypto.randomUUID() } });
      for (const { requisitionId, error } of answer.requisitionsSubmit?.submissions ?? []) {
        if (error) refused.push(`${numbers.get(requisitionId) ?? ''}: ${error.message}`);
      }
      setDone(Math.min(from + BATCH, drafts.length));
    }
    clear();
    const sent = drafts.length - refused.length;
    const title = t('requisition.submittedMany', { count: sent });
    if (refused.length > 0) notification.warning({ title, description: refused.join('\n'), duration: 0 });
    else notification.success({ title });
  }

  return (
    <>
      <Button type="primary" loading={busy} disabled={drafts.length === 0} onClick={() => void run(send)}>
        {t('requisition.submitMany', { count: drafts.length })}
      </Button>
      {busy && <Progress percent={Math.round((done / Math.max(drafts.length, 1)) * 100)} size="small" style={{ width: 120 }} aria-label={t('requisition.submitProgress')} />}
    </>
  );
}
