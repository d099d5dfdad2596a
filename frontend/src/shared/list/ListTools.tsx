import DownloadOutlined from '@ant-design/icons/es/icons/DownloadOutlined';
import ReloadOutlined from '@ant-design/icons/es/icons/ReloadOutlined';
import TableOutlined from '@ant-design/icons/es/icons/TableOutlined';
import { App, Button, Checkbox, Dropdown, Popover, Tooltip } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { collectSheet, download, toCsv } from './exportRows';
import type { Columns } from './useColumns';
import type { ListColumn, ListRequest, SliceLoader } from './types';
import styles from './list.module.css';

export function ColumnChooser<Row>({ columns, state }: { columns: readonly ListColumn<Row>[]; state: Columns<Row> }) {
  const { t } = useTranslation();
  const shown = state.shown.map((column) => column.key);
  const panel = (
    <div className={styles.panel}>
      {columns.map((column) => (
        <Checkbox
          key={column.key}
          checked={shown.includes(column.key)}
          disabled={column.primary}
          onChange={(event) => state.choose(event.target.checked ? [...shown, column.key] : shown.filter((key) => key !== column.key))}
        >
          {column.title}
        </Checkbox>
      ))}
      <Button type="text" disabled={!state.chosen} onClick={() => state.choose(null)}>
        {t('list.resetColumns')}
      </Button>
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" content={panel} arrow={false}>
      <Tooltip title={t('list.columns')}>
        <Button icon={<TableOutlined />} aria-label={t('list.columns')} />
      </Tooltip>
    </Popover>
  );
}

export function RefreshButton({ busy, onClick }: { busy: boolean; onClick: () => void }) {
  const { t } = useTranslation();
  return (
    <Tooltip title={t('list.refresh')}>
      <Button icon={<ReloadOutlined spin={busy} />} aria-label={t('list.refresh')} onClick={onClick} />
    </Tooltip>
  );
}

interface ExportButtonProps<Row> {
  title: string;
  columns: readonly ListColumn<Row>[];
  load: SliceLoader<Row>;
  request: ListRequest;
}

/** Writes every row the current filters let through, with the columns shown, into a file. */
export function ExportButton<Row>({ title, columns, load, request }: ExportButtonProps<Row>) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [count, setCount] = useState<number | null>(null);
  const stop = useRef<AbortController | null>(null);

  async function run(kind: 'csv' | 'xlsx') {
    const control = new AbortController();
    stop.current = control;
    setCount(0);
    try {
      const sheet = await collectSheet(columns, load, request, setCount, control.signal);
      const file = kind === 'csv' ? toCsv(sheet) : (await import('./xlsx')).toXlsx(sheet, title);
      download(file, `${title} ${new Date().toISOString().slice(0, 10)}.${kind}`);
      void message.success(t('list.exported', { count: sheet.rows.length }));
    } catch {
      if (!control.signal.aborted) void message.error(t('list.exportFailed'));
    } finally {
      setCount(null);
    }
  }

  if (count !== null) {
    return (
      <Button loading aria-live="polite" onClick={() => stop.current?.abort()}>
        {t('list.exporting', { count })} · {t('list.exportStop')}
      </Button>
    );
  }
  const items = [
    { key: 'csv', label: t('list.exportCsv'), onClick: () => void run('csv') },
    { key: 'xlsx', label: t('list.exportXlsx'), onClick: () => void run('xlsx') },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <Tooltip title={t('list.export')}>
        <Button icon={<DownloadOutlined />} aria-label={t('list.export')} />
      </Tooltip>
    </Dropdown>
  );
}
