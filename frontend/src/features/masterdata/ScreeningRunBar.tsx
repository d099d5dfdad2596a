import { Button, Form, InputNumber, Progress } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { ScreeningRunsDocument, ScreeningStartDocument } from '@/gql/group/graphql';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { FormDialog } from '@/shared/form/FormDialog';
import { useCan } from '@/shared/session/ViewerContext';
import { DateTime } from '@/shared/ui/Values';
import styles from './masterdata.module.css';

const WORKING = ['queued', 'running'];
const ASK_AGAIN = 1_000;
const LOWEST = 60;
const USUAL = 70;
const HIGHEST = 100;

/** The last run of the group, if there ever was one. */
export function useLastRun() {
  const { data } = useApiQuery(ScreeningRunsDocument, {}, {
    subject: 'screening-run',
    refetchInterval: (known) => (WORKING.includes(known?.screeningRuns.edges[0]?.node.status ?? '') ? ASK_AGAIN : false),
  });
  return { run: data?.screeningRuns.edges[0]?.node, total: data?.suppliers.totalCount ?? 0 };
}

/** How far the last run is, or what it has found. */
export function ScreeningRunBar() {
  const { t } = useTranslation('masterdata');
  const { run, total } = useLastRun();
  const client = useQueryClient();
  const status = run?.status;
  useEffect(() => {
    if (status === 'finished') void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === 'screening' });
  }, [status, client]);
  if (!run) return null;
  if (run.status === 'failed') return <p role="alert">{t('screening.failed')}</p>;
  if (run.status === 'finished' && run.entries === 0) return <p role="alert">{t('screening.noLists')}</p>;
  if (!WORKING.includes(run.status)) {
    return (
      <p className="soft" role="status">
        {t('screening.lastRun', { suppliers: run.suppliers, entries: run.entries, count: run.hits, threshold: run.threshold, by: run.startedByName })} · <DateTime value={run.finishedAt} />
      </p>
    );
  }
  return (
    <div className={styles.running} role="status">
      <span>{t('screening.running', { done: run.suppliers, total })}</span>
      <Progress percent={total > 0 ? Math.min(100, Math.floor((run.suppliers / total) * 100)) : 0} aria-label={t('screening.working')} />
    </div>
  );
}

/** Starts a run; the score from which names are taken for one can be chosen. */
export function StartScreening() {
  const { t } = useTranslation('masterdata');
  const can = useCan();
  const { run } = useLastRun();
  const [form] = Form.useForm<{ threshold: number }>();
  const [asking, setAsking] = useState(false);
  const start = useApiMutation(ScreeningStartDocument, { payload: (r) => r.screeningStart, touches: ['screening-run'] });
  if (!can('masterdata.screening.start')) return null;
  const close = () => setAsking(false);
  return (
    <>
      <Button type="primary" disabled={WORKING.includes(run?.status ?? '')} onClick={() => setAsking(true)}>
        {t('screening.start')}
      </Button>
      <FormDialog<{ threshold: number }, unknown>
        open={asking}
        title={t('screening.startTitle')}
        intro={t('screening.startIntro')}
        form={form}
        initial={{ threshold: USUAL }}
        submitLabel={t('screening.start')}
        send={({ threshold }, idempotencyKey) => start.mutateAsync({ input: { threshold, idempotencyKey } })}
        onDone={close}
        onClose={close}
      >
        <Form.Item name="threshold" label={t('screening.threshold')} extra={t('screening.thresholdHint')} rules={[{ required: true, message: t('screening.thresholdNeeded') }]}>
          <InputNumber min={LOWEST} max={HIGHEST} precision={0} />
        </Form.Item>
      </FormDialog>
    </>
  );
}
