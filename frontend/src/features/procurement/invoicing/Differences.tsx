import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { InvoiceResolveDocument } from '@/gql/unit/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { ReasonDialog } from '@/shared/form/ReasonDialog';
import { useCan } from '@/shared/session/ViewerContext';
import { LineTable } from '@/shared/ui/LineTable';
import { Section } from '@/shared/ui/Page';
import { StatusTag } from '@/shared/ui/StatusTag';
import { Money } from '@/shared/ui/Values';
import type { en } from './words.en';
import type { Invoice, Match } from './InvoicePage';

type Difference = Match['exceptions'][number];
type Reason = keyof (typeof en)['reasons'];
type Subject = keyof (typeof en)['subjects'];
type Resolution = keyof (typeof en)['resolutions'];

/** The differences whose figures are money. */
const MONEY = new Set<string>(['price', 'amount', 'total'] satisfies Subject[]);

/** What does not fit, with the figures of both sides, and the decision on each. */
export function Differences({ invoice, match }: { invoice: Invoice; match: Match }) {
  const { t } = useTranslation('procurement');
  const can = useCan();
  const [asking, setAsking] = useState<{ id: string; resolution: 'accepted' | 'credit_asked' } | null>(null);
  const resolve = useApiMutation(InvoiceResolveDocument, { payload: (r) => r.invoiceResolve, touches: ['invoice', 'order'] });
  const open = invoice.status === 'exception' && can('procurement.invoice.resolve');
  const done = () => setAsking(null);
  const told = (row: Difference, figure: string | undefined) =>
    figure && MONEY.has(row.subject) ? <Money value={{ amount: figure, currency: invoice.currency }} /> : <span className="num">{figure || '–'}</span>;
  return (
    <Section title={t('billing.differences')}>
      <LineTable<Difference>
        rowKey="id"
        head="reason"
        rows={match.exceptions}
        columns={[
          { key: 'reason', title: t('incoming.reason'), render: (_, row) => <StatusTag tone={row.resolution === 'accepted' ? 'idle' : 'bad'}>{t(`billing.reasons.${row.reasonCode as Reason}`)}</StatusTag> },
          { key: 'subject', title: t('billing.description'), render: (_, row) => t(`billing.subjects.${row.subject as Subject}`) },
          { key: 'expected', title: t('billing.expected'), align: 'right', render: (_, row) => told(row, row.expected) },
          { key: 'actual', title: t('billing.now'), align: 'right', render: (_, row) => told(row, row.actual) },
          {
            key: 'resolution',
            title: t('billing.status'),
            render: (_, row) => (
              <>
                {t(`billing.resolutions.${row.resolution as Resolution}`)}
                {row.resolutionReason && <span className="soft"> · {row.resolverName}: {row.resolutionReason}</span>}
              </>
            ),
          },
          ...(open
            ? [
                {
                  key: 'act',
                  title: '',
                  render: (_: unknown, row: Difference) =>
                    row.resolution !== 'accepted' && (
                      <span style={{ display: 'inline-flex', gap: 8 }}>
                        <Button size="small" onClick={() => setAsking({ id: row.id, resolution: 'accepted' })}>{t('billing.accept')}</Button>
                        {row.resolution === 'open' && <Button size="small" onClick={() => setAsking({ id: row.id, resolution: 'credit_asked' })}>{t('billing.askCredit')}</Button>}
                      </span>
                    ),
                },
              ]
            : []),
        ]}
      />
      <ReasonDialog
        open={asking !== null}
        danger={false}
        title={asking?.resolution === 'credit_asked' ? t('billing.askTitle') : t('billing.acceptTitle')}
        submitLabel={asking?.resolution === 'credit_asked' ? t('billing.askCredit') : t('billing.accept')}
        send={(reason) => resolve.mutateAsync({ input: { invoiceId: invoice.id, version: invoice.version, exceptionIds: asking ? [asking.id] : [], resolution: asking?.resolution ?? 'accepted', reason } })}
        onDone={done}
        onClose={done}
      />
    </Section>
  );
}
