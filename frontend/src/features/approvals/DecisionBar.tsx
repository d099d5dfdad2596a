import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TaskDecideDocument, type Decision } from '@/gql/unit/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { FormDialog } from '@/shared/form/FormDialog';
import { useAction } from '@/shared/form/useAction';
import styles from './approvals.module.css';

interface DecisionBarProps {
  taskId: string;
  /** The content that is shown; the server refuses a decision on another. */
  contentHash: string;
  onDone: () => void;
}

/** Approve is one tap; to reject or return, a comment is asked for. Stays in reach of the thumb on a phone. */
export function DecisionBar({ taskId, contentHash, onDone }: DecisionBarProps) {
  const { t } = useTranslation('approvals');
  const { run, busy } = useAction();
  const [asking, setAsking] = useState<Exclude<Decision, 'APPROVE'> | null>(null);
  const [form] = Form.useForm<{ comment: string }>();
  const decide = useApiMutation(TaskDecideDocument, { payload: (r) => r.taskDecide, touches: ['task', 'run', 'requisition', 'order'] });
  const send = (decision: Decision, comment: string | undefined, idempotencyKey: string) =>
    decide.mutateAsync({ input: { taskId, decision, comment, contentHash, idempotencyKey } });

  return (
    <div className={styles.bar} role="group" aria-label={t('section.decision')}>
      <Button size="large" danger onClick={() => setAsking('REJECT')} disabled={busy}>
        {t('action.reject')}
      </Button>
      <Button size="large" onClick={() => setAsking('RETURN')} disabled={busy}>
        {t('action.return')}
      </Button>
      <Button
        size="large"
        type="primary"
        loading={busy}
        onClick={() => void run(() => send('APPROVE', undefined, crypto.randomUUID()), t('inbox.decided')).then((agreed) => agreed && onDone())}
      >
        {t('action.approve')}
      </Button>
      <FormDialog<{ comment: string }, unknown>
        open={asking !== null}
        title={asking === 'REJECT' ? t('decision.rejectTitle') : t('decision.returnTitle')}
        form={form}
        danger={asking === 'REJECT'}
        submitLabel={asking === 'REJECT' ? t('action.reject') : t('action.return')}
        send={({ comment }, key) => send(asking ?? 'RETURN', comment, key)}
        onDone={() => {
          setAsking(null);
          onDone();
        }}
        onClose={() => setAsking(null)}
      >
        <Form.Item name="comment" label={t('field.comment')} rules={[{ required: true, whitespace: true, message: t('decision.commentNeeded') }]}>
          <Input.TextArea rows={3} maxLength={2000} showCount autoFocus />
        </Form.Item>
      </FormDialog>
    </div>
  );
}
