import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './list.module.css';

interface ListFootProps {
  shown: number;
  total: number | null;
  more: boolean;
  busy: boolean;
  onMore: () => void;
}

export function ListFoot({ shown, total, more, busy, onMore }: ListFootProps) {
  const { t, i18n } = useTranslation();
  const number = (value: number): string => new Intl.NumberFormat(i18n.language).format(value);
  return (
    <div className={styles.foot}>
      <span className="soft num" aria-live="polite">
        {total === null ? t('list.shownOnly', { shown: number(shown) }) : t('list.shown', { shown: number(shown), total: number(total) })}
      </span>
      {more && (
        <Button size="small" loading={busy} onClick={onMore}>
          {t('list.loadMore')}
        </Button>
      )}
    </div>
  );
}
