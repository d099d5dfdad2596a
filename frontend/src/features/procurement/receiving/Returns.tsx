import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReturnWaiveDocument } from '@/gql/unit/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { ReasonDialog } from '@/shared/form/ReasonDialog';
import { useCan } from '@/shared/session/ViewerContext';
import { Amount } from '@/shared/ui/Amount';
import { Section } from '@/shared/ui/Page';
import { Day } from '@/shared/ui/Values';
import type { Receipt } from './ReceiptPage';
import { ReturnStatusTag } from './statuses';
import styles from './receiving.module.css';

type Row = Receipt['returns'][number];

/** What of a receipt went back; whoever may can stop waiting for the credit note. */
export function Returns({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation('procurement');
  const can = useCan();
  const [waiving, setWaiving] = useState<Row | null>(null);
  const waive = useApiMutation(ReturnWaiveDocument, { payload: (r) => r.returnWaive, touches: ['receipt', 'order'] });
  const done = () => setWaiving(null);
  return (
    <Section title={t('incoming.back.list')}>
      {rows.map((row) => (
        <div key={row.id} className={styles.back}>
          <span>
            <span className="num">{row.number}</span> <ReturnStatusTag status={row.status} /> <Day value={row.returnedDate} /> · {row.reason}
            {row.lines.map((line) => (
              <span key={line.id}>
                {' · '}
                <Amount value={line.quantity} uom={line.unit} />
              </span>
            ))}
            {row.waiveReason && <span className="soft"> · {t('incoming.back.waivedBecause', { reason: row.waiveReason })}</span>}
          </span>
          {row.status === 'expected' && can('procurement.return.waive') && (
            <Button size="small" aria-label={t('incoming.back.waiveThis', { number: row.number })} onClick={() => setWaiving(row)}>
              {t('incoming.back.waive')}
            </Button>
          )}
        </div>
      ))}
      <ReasonDialog
        open={waiving !== null}
        title={t('incoming.back.waiveTitle', { number: waiving?.number ?? '' })}
        submitLabel={t('incoming.back.waive')}
        send={(reason) => waive.mutateAsync({ input: { returnId: waiving?.id ?? '', version: waiving?.version ?? 0, reason } })}
        onDone={done}
        onClose={done}
      />
    </Section>
  );
}
