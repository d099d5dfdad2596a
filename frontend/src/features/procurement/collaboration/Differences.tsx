import { useTranslation } from 'react-i18next';
import { Amount } from '@/shared/ui/Amount';
import { Day, Money } from '@/shared/ui/Values';
import { StatusTag } from '@/shared/ui/StatusTag';
import type { Answer, Change, Deal, DealLine } from './deal';
import { requestedDay } from './deal';
import styles from './collaboration.module.css';

/** What a proposed change would make of the lines: only what differs, old beside new. */
export function ChangeDifferences({ deal, change }: { deal: Deal; change: Change }) {
  const { t } = useTranslation('procurement');
  return (
    <ul className={styles.differences}>
      {change.lines.map((row) => {
        const line = deal.lines.find(({ id }) => id === row.lineId);
        if (!line) return null;
        return (
          <LineOf key={row.id} line={line}>
            {row.oldQuantity !== row.newQuantity && (
              <Pair label={t('deal.quantity')} old={<Amount value={row.oldQuantity} uom={line.unit} />} now={<Amount value={row.newQuantity} uom={line.unit} />} />
            )}
            {row.oldUnitPrice !== row.newUnitPrice && row.newUnitPrice && row.oldUnitPrice && (
              <Pair label={t('deal.unitPrice')} old={<Money value={{ amount: row.oldUnitPrice, currency: deal.currency }} />} now={<Money value={{ amount: row.newUnitPrice, currency: deal.currency }} />} />
            )}
            {row.oldRequestedDate !== row.newRequestedDate && <Pair label={t('deal.date')} old={<Day value={row.oldRequestedDate} />} now={<Day value={row.newRequestedDate} />} />}
          </LineOf>
        );
      })}
    </ul>
  );
}

/** What a supplier answered on the lines, beside what is asked for. */
export function AnswerDifferences({ deal, answer }: { deal: Deal; answer: Answer }) {
  const { t } = useTranslation('procurement');
  const asked = new Map(deal.changes.find(({ id }) => id === answer.changeId)?.lines.map((row) => [row.lineId, row.newRequestedDate]));
  return (
    <ul className={styles.differences}>
      {answer.lines.map((row) => {
        const line = deal.lines.find(({ id }) => id === row.lineId);
        if (!line) return null;
        return (
          <LineOf key={row.id} line={line} word={t(`deal.answer.${row.answer as 'accept'}`)} deviates={row.deviates || row.answer === 'reject'}>
            {row.quantity && <Pair label={t('deal.quantity')} old={<Amount value={line.quantity} uom={line.unit} />} now={<Amount value={row.quantity} uom={line.unit} />} />}
            {row.unitPrice && line.unitPrice && (
              <Pair label={t('deal.unitPrice')} old={<Money value={{ amount: line.unitPrice, currency: deal.currency }} />} now={<Money value={{ amount: row.unitPrice, currency: deal.currency }} />} />
            )}
            {row.schedules.length > 0 && (
              <Pair
                label={t('deal.date')}
                old={<Day value={asked.get(line.id) ?? requestedDay(line)} />}
                now={
                  <span className={styles.parts}>
                    {row.schedules.map((part) => (
                      <span key={part.id}>
                        <Amount value={part.quantity} uom={line.unit} /> · {part.promisedDate ? <Day value={part.promisedDate} /> : t('deal.backOrder')}
                      </span>
                    ))}
                  </span>
                }
              />
            )}
            {row.reason && <p className={styles.reason}>{row.reason}</p>}
          </LineOf>
        );
      })}
    </ul>
  );
}

function LineOf({ line, word, deviates = false, children }: { line: DealLine; word?: string; deviates?: boolean; children: React.ReactNode }) {
  return (
    <li>
      <div className={styles.lineHead}>
        <span className="num soft">{line.lineNo}</span>
        <strong>{line.description}</strong>
        {word && <StatusTag tone={deviates ? 'warn' : 'good'}>{word}</StatusTag>}
      </div>
      <div className={styles.pairs}>{children}</div>
    </li>
  );
}

function Pair({ label, old, now }: { label: string; old: React.ReactNode; now: React.ReactNode }) {
  return (
    <div className={styles.pair}>
      <span className="soft">{label}</span>
      <del>{old}</del>
      <span aria-hidden="true">→</span>
      <ins>{now}</ins>
    </div>
  );
}
