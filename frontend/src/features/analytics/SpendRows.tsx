import { Button } from 'antd';
import dayjs from 'dayjs';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Bars } from '@/shared/ui/Bars';
import { Money } from '@/shared/ui/Values';
import type { Dimension } from './question';
import type { Spend } from './SpendPage';

type Row = Spend['rows'][number];

const SHOWN = 20;

/** What a row is called in the reader's language. */
export function useRowName(by: Dimension): (row: Row) => string {
  const { t, i18n } = useTranslation('analytics');
  return useCallback(
    (row) => {
      if (row.month) return new Intl.DateTimeFormat(i18n.language, { year: 'numeric', month: 'short' }).format(dayjs(row.month).toDate());
      return (i18n.language.startsWith('zh') ? row.nameZh : row.nameEn) || (by === 'category' ? t('noCategory') : '–');
    },
    [by, i18n.language, t],
  );
}

interface SpendRowsProps {
  spend: Spend;
  by: Dimension;
  onNarrow?: (id: string, name: string) => void;
}

/** The rows as bars; a name that can be looked into is a button. */
export function SpendRows({ spend, by, onNarrow }: SpendRowsProps) {
  const { t, i18n } = useTranslation('analytics');
  const [all, setAll] = useState(false);
  const nameOf = useRowName(by);
  const most = Math.max(...spend.rows.map((row) => Number(row.spend.amount)), 1);
  const total = Number(spend.total.amount);
  const share = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 1 });
  const rows = all || by === 'month' ? spend.rows : spend.rows.slice(0, SHOWN);
  return (
    <>
      <Bars
        head={[t(`dimension.${by}`), t('spend'), t('share')]}
        rows={rows.map((row) => {
          const name = nameOf(row);
          return {
            key: row.id ?? row.month ?? 'none',
            name: row.id && onNarrow ? (
              <Button type="link" size="small" style={{ padding: 0, maxWidth: '100%' }} title={name} onClick={() => onNarrow(row.id ?? '', name)}>
                <span style={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>{name}</span>
              </Button>
            ) : (
              name
            ),
            value: <Money value={row.spend} />,
            part: Number(row.spend.amount) / most,
            aside: total > 0 ? share.format(Number(row.spend.amount) / total) : null,
          };
        })}
      />
      {rows.length < spend.rows.length && (
        <Button type="link" size="small" onClick={() => setAll(true)}>
          {t('more', { count: spend.rows.length - rows.length })}
        </Button>
      )}
    </>
  );
}
