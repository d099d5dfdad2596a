import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { UomsQuery } from '@/gql/group/graphql';
import { List } from '@/shared/list/List';
import { localLoader } from '@/shared/list/localLoader';
import type { FilterField, ListColumn } from '@/shared/list/types';
import { Page } from '@/shared/ui/Page';
import { Failure, Loading } from '@/shared/ui/States';
import { ItemTabs } from './ItemTabs';
import { nameIn } from './names';
import { useUoms } from '@/shared/pickers/useUoms';

type Row = UomsQuery['uoms'][number];

const DIMENSIONS = ['count', 'package', 'mass', 'length', 'area', 'volume', 'time', 'energy', 'power', 'electric', 'data'] as const;
type Dimension = (typeof DIMENSIONS)[number];

const BY_CODE = { field: 'CODE', descending: false };

/** The units of measure of the platform; they are the same for everyone and nobody edits them. */
export function UomsPage() {
  const { t, i18n } = useTranslation('masterdata');
  const { uoms, data, error, isPending, refetch } = useUoms();
  const fields = useMemo<readonly FilterField[]>(
    () => [{ kind: 'choice', key: 'dimension', title: t('uom.dimension'), options: DIMENSIONS.map((value) => ({ value, label: t(`dimension.${value}`) })) }],
    [t],
  );
  const load = useMemo(
    () =>
      localLoader<Row>({
        rows: uoms,
        text: ({ code, nameEn, nameZh, symbol }) => `${code} ${nameEn} ${nameZh} ${symbol}`,
        matches: (row, { dimension }) => !Array.isArray(dimension) || dimension.includes(row.dimension),
        keys: { CODE: (row) => row.code, NAME: (row) => nameIn(i18n.language, row), DIMENSION: (row) => row.dimension },
      }),
    // The answer itself, which stays the same between drawings.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [data, i18n.language],
  );
  const columns = useMemo<readonly ListColumn<Row>[]>(() => {
    const dimension = (row: Row): string => t(`dimension.${row.dimension as Dimension}`);
    return [
      { key: 'code', title: t('uom.code'), order: 'CODE', primary: true, render: (row) => <span className="mono">{row.code}</span>, value: (row) => row.code },
      { key: 'name', title: t('uom.name'), order: 'NAME', render: (row) => nameIn(i18n.language, row), value: (row) => nameIn(i18n.language, row) },
      { key: 'symbol', title: t('uom.symbol'), render: (row) => row.symbol, value: (row) => row.symbol },
      { key: 'dimension', title: t('uom.dimension'), order: 'DIMENSION', render: dimension, value: dimension },
    ];
  }, [t, i18n.language]);
  return (
    <Page title={t('item.master')} tabs={<ItemTabs />} fill>
      {isPending && <Loading />}
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {data && <List listId="masterdata.uoms" subject="uom" title={t('uom.many')} columns={columns} filters={fields} order={BY_CODE} load={load} version={data} rowKey={(row) => row.code} empty={{ title: t('uom.none') }} />}
    </Page>
  );
}
