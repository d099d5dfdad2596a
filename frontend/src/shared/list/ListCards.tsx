import { Spin } from 'antd';
import { Link } from 'react-router';
import type { ListBodyProps } from './ListTable';
import styles from './list.module.css';

/** The same rows on a phone: the naming column heads a card, the others follow as term and value. */
export function ListCards<Row extends object>({ title, columns, rows, rowKey, rowLink, busy, active }: ListBodyProps<Row>) {
  const head = columns.find((column) => column.primary) ?? columns[0];
  const others = columns.filter((column) => column !== head);
  return (
    <Spin spinning={busy}>
      <ul className={styles.cards} aria-label={title}>
        {rows.map((row, index) => (
          <li key={rowKey(row)} className={index === active ? `${styles.card} ${styles.activeRow}` : styles.card} data-row={index}>
            <div className={styles.cardHead}>{rowLink ? <Link to={rowLink(row)}>{head?.render(row)}</Link> : head?.render(row)}</div>
            <dl className={styles.cardFacts}>
              {others.map((column) => (
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
