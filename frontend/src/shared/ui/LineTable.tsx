import { Table, type TableColumnType } from 'antd';
import type { ReactNode } from 'react';
import { useNarrow } from './useNarrow';
import styles from './linetable.module.css';

export interface LineColumn<Row> extends Omit<TableColumnType<Row>, 'title' | 'render' | 'key'> {
  key: string;
  title: string;
  render: (value: unknown, row: Row, index: number) => ReactNode;
}

interface LineTableProps<Row> {
  rows: readonly Row[];
  rowKey: keyof Row & string;
  columns: readonly LineColumn<Row>[];
  /** The column that names a line: it heads the line's card on a phone. */
  head: string;
  /** A sum under the column it belongs to. */
  total?: { column: string; label: string; value: ReactNode };
}

const PAGE = 100;

/** The lines of a document: a table where there is room for one, a card each on a phone. */
export function LineTable<Row extends object>({ rows, rowKey, columns, head, total }: LineTableProps<Row>) {
  const narrow = useNarrow();
  if (narrow) return <LineCards rows={rows} rowKey={rowKey} columns={columns} head={head} total={total} />;
  const sumAt = columns.findIndex((column) => column.key === total?.column);
  return (
    <Table<Row>
      size="small"
      rowKey={rowKey}
      pagination={rows.length > PAGE ? { pageSize: PAGE } : false}
      className={styles.table}
      scroll={{ x: true }}
      dataSource={[...rows]}
      columns={columns.map((column) => (column.key === head ? { ...column, className: styles.words } : column))}
      summary={
        total && sumAt > 0
          ? () => (
              <Table.Summary.Row>
                <Table.Summary.Cell index={0} colSpan={sumAt}>
                  <strong>{total.label}</strong>
                </Table.Summary.Cell>
                <Table.Summary.Cell index={sumAt} align="right">
                  <strong>{total.value}</strong>
                </Table.Summary.Cell>
                {sumAt < columns.length - 1 && <Table.Summary.Cell index={sumAt + 1} colSpan={columns.length - sumAt - 1} />}
              </Table.Summary.Row>
            )
          : undefined
      }
    />
  );
}

function LineCards<Row extends object>({ rows, rowKey, columns, head, total }: LineTableProps<Row>) {
  const named = columns.find((column) => column.key === head);
  const others = columns.filter((column) => column !== named);
  return (
    <>
      <ul className={styles.cards}>
        {rows.map((row, index) => (
          <li key={String(row[rowKey])} className={styles.card}>
            <div className={styles.head}>{named?.render(undefined, row, index)}</div>
            <dl className={styles.facts}>
              {others.map((column) => (
                <div key={column.key}>
                  <dt>{column.title}</dt>
                  <dd>{column.render(undefined, row, index)}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
      {total && (
        <p className={styles.total}>
          <strong>{total.label}</strong>
          <strong>{total.value}</strong>
        </p>
      )}
    </>
  );
}
