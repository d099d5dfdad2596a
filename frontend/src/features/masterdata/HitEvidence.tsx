import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { PAIR_REASONS, type Evidence, type Pair, type PairReason } from './screeningWords';

/** Which words of the two names were taken for each other, how alike they are and why; then what stood alone. */
export function HitEvidence({ evidence }: { evidence: unknown }) {
  const { t } = useTranslation('masterdata');
  const found = (evidence ?? {}) as Evidence;
  const alone = [
    { key: 'onlySupplier', words: found.only_supplier },
    { key: 'onlyListed', words: found.only_listed },
    { key: 'ignored', words: found.ignored },
  ] as const;
  return (
    <>
      <Table<Pair>
        size="small"
        pagination={false}
        scroll={{ x: 'max-content' }}
        rowKey={(pair) => `${pair.supplier} ${pair.listed}`}
        dataSource={found.pairs ?? []}
        columns={[
          { key: 'supplier', title: t('supplier.one'), render: (_, pair) => pair.supplier },
          { key: 'listed', title: t('screening.entry'), render: (_, pair) => pair.listed },
          { key: 'likeness', title: t('screening.likeness'), align: 'right', render: (_, pair) => <span className="num">{pair.likeness}%</span> },
          { key: 'reason', title: t('field.reason'), render: (_, pair) => t(`pairReason.${PAIR_REASONS[pair.reason as PairReason]}`) },
        ]}
      />
      {alone.map(({ key, words }) => words && words.length > 0 && (
        <p key={key} className="soft">
          {t(`screening.${key}`)}: {words.join(', ')}
        </p>
      ))}
    </>
  );
}
