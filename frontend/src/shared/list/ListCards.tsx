import { Spin } from 'antd';
import { RowName, type ListBodyProps } from './ListTable';
import type { ListColumn } from './types';
import styles from './list.module.css';

/** A value that is not there takes no line of a card. */
const isEmpty = <Row,>(column: ListColumn<Row>, row: Row): boolean => column.value !== undefined && (column.value(row) ?? '') === '';

/** The same rows on a phone: the naming column heads a card, the others follow as term and value. */
export function ListCards<Row extends object>({ title, columns, rows, rowKey, rowLink, onOpen, busy, active }: ListBodyProps<Row>) {
  const head = columns.find((column) => column.primary) ?? columns[0];
  // A column without a title holds actions: they stand in the head of the card.
  const actions = columns.filter((column) => column.title === '');
  const others = columns.filter((column) => column !== head && column.title !== '');
  return (
    <Spin spinning={busy}>
      <ul className={styles.cards} aria-label={title}>
        {rows.map((row, index) => (
          <li key={rowKey(row)} className={index === active ? `${styles.card} ${styles.activeRow}` : styles.card} data-row={index}>
            <div className={styles.cardHead}>
              {head && <RowName row={row} column={head} rowLink={rowLink} onOpen={onOpen} />}
              {actions.map((column) => (
                <span key={column.key}>{column.render(row)}</span>
              ))}
            </div>
            <dl className={styles.cardFacts}>
              {others.filter((column) => !isEmpty(column, row)).map((column) => (
                <div key={column.key}>
                  <dt>{column.title}</dt>
                  <dd>{column.render(row)}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </Spin>
  );
}
