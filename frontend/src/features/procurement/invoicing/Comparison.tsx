import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Amount } from '@/shared/ui/Amount';
import { LineTable } from '@/shared/ui/LineTable';
import { Money, Nothing } from '@/shared/ui/Values';
import { usePlaces } from '../places';
import styles from '../receiving/receiving.module.css';
import type { Invoice, Match } from './InvoicePage';

type Line = Match['lines'][number];

interface ComparisonProps {
  match: Match;
  orderId: string | null | undefined;
  currency: string;
  prices: boolean;
}

/** Each line beside its order line; what differs stands out by weight and colour. */
export function Comparison({ match, orderId, currency, prices }: ComparisonProps) {
  const { t } = useTranslation('procurement');
  const places = usePlaces();
  const subjects = new Map<string, Set<string>>();
  for (const { matchLineId, subject } of match.exceptions) {
    if (matchLineId) subjects.set(matchLineId, (subjects.get(matchLineId) ?? new Set()).add(subject));
  }
  const differs = (line: Line, ...about: string[]) => (about.some((subject) => subjects.get(line.id)?.has(subject)) ? styles.differs : undefined);
  const price = (value: string | null | undefined) => (value ? <Money value={{ amount: value, currency }} /> : <Nothing />);
  const quantity = (line: Line, value: string | null | undefined) => <Amount value={value} uom={line.invoiceLine?.unit} />;
  return (
    <LineTable<Line>
      rowKey="id"
      head="description"
      rows={match.lines}
      columns={[
        { key: 'no', title: t('line.no'), align: 'right', width: 60, render: (_, line) => <span className={`num ${differs(line, 'line') ?? ''}`}>{line.lineNo}</span> },
        { key: 'description', title: t('billing.description'), render: (_, line) => (orderId ? <Link to={places.order(orderId)}>{line.invoiceLine?.description}</Link> : line.invoiceLine?.description) },
        { key: 'ordered', title: t('billing.ordered'), align: 'right', render: (_, line) => quantity(line, line.orderedQuantity) },
        ...(match.way === 'three_way' ? [{ key: 'accepted', title: t('billing.received'), align: 'right' as const, render: (_: unknown, line: Line) => quantity(line, line.acceptedQuantity) }] : []),
        { key: 'before', title: t('billing.before'), align: 'right', render: (_, line) => quantity(line, line.invoicedBeforeQuantity) },
        { key: 'now', title: t('billing.now'), align: 'right', render: (_, line) => <span className={differs(line, 'quantity', 'unit')}>{quantity(line, line.invoiceQuantity)}</span> },
        ...(prices
          ? [
              { key: 'orderPrice', title: t('billing.orderPrice'), align: 'right' as const, render: (_: unknown, line: Line) => price(line.orderPrice) },
              { key: 'price', title: t('billing.price'), align: 'right' as const, render: (_: unknown, line: Line) => <span className={differs(line, 'price')}>{price(line.invoicePrice)}</span> },
              { key: 'expected', title: t('billing.expected'), align: 'right' as const, render: (_: unknown, line: Line) => price(line.expectedAmount) },
              { key: 'amount', title: t('billing.amount'), align: 'right' as const, render: (_: unknown, line: Line) => <span className={differs(line, 'price', 'amount')}>{price(line.invoiceAmount)}</span> },
            ]
          : []),
      ]}
    />
  );
}

type PlainLine = Invoice['lines'][number];

/** The lines as they came, for readers who do not see the comparison. */
export function PlainLines({ invoice, prices }: { invoice: Invoice; prices: boolean }) {
  const { t } = useTranslation('procurement');
  const { currency } = invoice;
  return (
    <LineTable<PlainLine>
      rowKey="id"
      head="description"
      rows={invoice.lines}
      columns={[
        { key: 'no', title: t('line.no'), align: 'right', width: 60, render: (_, line) => <span className="num">{line.lineNo}</span> },
        { key: 'description', title: t('billing.description'), render: (_, line) => line.description },
        { key: 'quantity', title: t('billing.quantity'), align: 'right', render: (_, line) => <Amount value={line.quantity} uom={line.unit} /> },
        ...(prices
          ? [
              { key: 'price', title: t('billing.price'), align: 'right' as const, render: (_: unknown, line: PlainLine) => (line.unitPrice ? <Money value={{ amount: line.unitPrice, currency }} /> : <Nothing />) },
              { key: 'amount', title: t('billing.amount'), align: 'right' as const, render: (_: unknown, line: PlainLine) => (line.lineAmount ? <Money value={{ amount: line.lineAmount, currency }} /> : <Nothing />) },
            ]
          : []),
      ]}
    />
  );
}
