import { Table, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { ListColumn, Order } from './types';
import styles from './list.module.css';

export interface ListBodyProps<Row> {
  title: string;
  columns: readonly ListColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  rowLink?: (row: Row) => string;
  /** Opens a row on the same page, where rows have no page of their own. */
  onOpen?: (row: Row) => void;
  busy: boolean;
  /** Index of the row the keyboard is on, or -1. */
  active: number;
}

interface ListTableProps<Row> extends ListBodyProps<Row> {
  order: Order | null;
  onOrder: (order: Order | null) => void;
  selected?: readonly string[];
  onSelect?: (keys: readonly string[]) => void;
}

const INTERACTIVE = 'a, button, input, label, [role="button"], [role="menuitem"], .ant-dropdown';

export function ListTable<Row extends object>({ title, columns, rows, rowKey, rowLink, onOpen, busy, active, order, onOrder, selected, onSelect }: ListTableProps<Row>) {
  const { t } = useTranslation();
  const navigate = useNavigate();

  const onChange: TableProps<Row>['onChange'] = (_pagination, _filters, sorter, extra) => {
    if (extra.action !== 'sort') return;
    const first = Array.isArray(sorter) ? sorter[0] : sorter;
    const field = columns.find((column) => column.key === first?.columnKey)?.order;
    onOrder(field && first?.order ? { field, descending: first.order === 'descend' } : null);
  };

  return (
    <div className={styles.scroller} role="region" aria-label={t('list.table', { title })} tabIndex={0}>
      <Table<Row>
        className={styles.table}
        size="small"
        tableLayout="auto"
        pagination={false}
        dataSource={rows as Row[]}
        rowKey={rowKey}
        loading={busy}
        onChange={onChange}
        showSorterTooltip={false}
        rowClassName={(_, index) => (index === active ? `${styles.row} ${styles.activeRow}` : `${styles.row}`)}
        onRow={(row) => ({
          onClick: (event) => {
            const pressed = event.target as HTMLElement;
            if (pressed.closest(INTERACTIVE) || window.getSelection()?.toString()) return;
            if (rowLink) void navigate(rowLink(row));
            else onOpen?.(row);
          },
          style: rowLink || onOpen ? { cursor: 'pointer' } : undefined,
        })}
        rowSelection={
          onSelect && {
            selectedRowKeys: [...(selected ?? [])],
            onChange: (keys) => onSelect(keys.map(String)),
            getTitleCheckboxProps: () => ({ 'aria-label': t('list.selectAll') }),
            getCheckboxProps: () => ({ 'aria-label': t('list.selectRow') }),
          }
        }
        columns={columns.map((column) => ({
          key: column.key,
          title: column.title,
          className: column.primary ? styles.name : undefined,
          align: column.numeric ? ('end' as const) : undefined,
          sorter: column.order ? true : undefined,
          sortOrder: column.order && order?.field === column.order ? (order.descending ? 'descend' : 'ascend') : null,
          render: (_: unknown, row: Row) =>
            column.primary ? <RowName row={row} column={column} rowLink={rowLink} onOpen={onOpen} /> : column.render(row),
        }))}
      />
    </div>
  );
}

type RowNameProps<Row> = Pick<ListBodyProps<Row>, 'rowLink' | 'onOpen'> & { row: Row; column: ListColumn<Row> };

/** The cell that names the row: a link to its page, or a button that opens it here. */
export function RowName<Row>({ row, column, rowLink, onOpen }: RowNameProps<Row>) {
  if (rowLink) {
    return (
      <Link className={styles.primary} to={rowLink(row)} data-open>
        {column.render(row)}
      </Link>
    );
  }
  if (!onOpen) return <span className={styles.primary}>{column.render(row)}</span>;
  return (
    <button type="button" className={styles.opener} onClick={() => onOpen(row)} data-open>
      {column.render(row)}
    </button>
  );
}
