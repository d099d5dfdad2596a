import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ItemsDocument as GroupItems, type ItemFilter, type ItemOrder, type ItemsQuery } from '@/gql/group/graphql';
import { ItemsDocument as UnitItems } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useForDoor } from '@/shared/api/forDoor';
import { connectionLoader } from '@/shared/list/connection';
import { filterInput, orderBy } from '@/shared/list/inputs';
import { List } from '@/shared/list/List';
import type { FilterField, ListColumn } from '@/shared/list/types';
import { useCan } from '@/shared/session/ViewerContext';
import { LinkButton } from '@/shared/ui/LinkButton';
import { Page } from '@/shared/ui/Page';
import { DateTime } from '@/shared/ui/Values';
import { usePlaces } from '../places';
import { ItemTabs } from './ItemTabs';
import { nameIn, RECORD_STATUSES, RecordStatusTag } from './names';
import { useCategories } from './useCategories';
import { useUoms } from '@/shared/pickers/useUoms';

type Row = ItemsQuery['items']['edges'][number]['node'];

const BY_NAME = { field: 'NAME', descending: false };

function useFields(): readonly FilterField[] {
  const { t, i18n } = useTranslation('masterdata');
  const { data: categories } = useCategories(useCan()('masterdata.category.read'));
  return useMemo(
    () => [
      { kind: 'choice', key: 'status', title: t('field.status'), options: RECORD_STATUSES.map((value) => ({ value, label: t(`recordStatus.${value}`) })) },
      { kind: 'choice', key: 'categoryId', title: t('category.one'), options: (categories ?? []).map((each) => ({ value: each.id, label: `${each.code} · ${nameIn(i18n.language, each)}` })) },
      { kind: 'text', key: 'sku', title: t('item.sku') },
      { kind: 'text', key: 'hsCode', title: t('item.hsCode') },
    ],
    [t, i18n.language, categories],
  );
}

function useColumns(): readonly ListColumn<Row>[] {
  const { t, i18n } = useTranslation('masterdata');
  const { inWords } = useUoms();
  const category = (row: Row): string => (row.category ? nameIn(i18n.language, row.category) : '');
  return [
    { key: 'name', title: t('item.name'), order: 'NAME', primary: true, render: (row) => row.name, value: (row) => row.name },
    { key: 'otherName', title: t('item.otherName'), hidden: true, render: (row) => row.otherName, value: (row) => row.otherName },
    { key: 'sku', title: t('item.sku'), order: 'SKU', render: (row) => <span className="mono">{row.sku}</span>, value: (row) => row.sku },
    { key: 'category', title: t('category.one'), render: category, value: category },
    { key: 'baseUom', title: t('item.baseUom'), render: (row) => inWords(row.baseUom), value: (row) => row.baseUom },
    { key: 'gtin', title: t('item.gtin'), hidden: true, render: (row) => <span className="mono">{row.gtin}</span>, value: (row) => row.gtin },
    { key: 'hsCode', title: t('item.hsCode'), hidden: true, render: (row) => <span className="mono">{row.hsCode}</span>, value: (row) => row.hsCode },
    { key: 'status', title: t('field.status'), render: (row) => <RecordStatusTag status={row.status} />, value: (row) => t(`recordStatus.${row.status as (typeof RECORD_STATUSES)[number]}`) },
    { key: 'changedAt', title: t('field.changedAt'), order: 'CHANGED_AT', hidden: true, render: (row) => <DateTime value={row.changedAt} />, value: (row) => row.changedAt },
  ];
}

/** The group's item master: one SKU for a thing in all units. Head office keeps it, units read it. */
export function ItemsPage() {
  const { t } = useTranslation('masterdata');
  const door = useDoor();
  const can = useCan();
  const places = usePlaces();
  const central = door.kind === 'group';
  const operation = useForDoor(GroupItems, UnitItems);
  const fields = useFields();
  const load = useMemo(
    () =>
      connectionLoader(
        door,
        operation,
        ({ first, after, search, filters, order }) => ({ first, after, search, filter: filterInput<ItemFilter>(fields, filters), orderBy: orderBy<ItemOrder>(order) }),
        (result) => result.items,
      ),
    [door, operation, fields],
  );
  const create = central && can('masterdata.item.edit') && (
    <LinkButton type="primary" to={places.newItem}>
      {t('item.new')}
    </LinkButton>
  );
  return (
    <Page title={t('item.master')} actions={create} tabs={<ItemTabs />} fill>
      <List
        listId="masterdata.items"
        subject="item"
        title={t('item.many')}
        columns={useColumns()}
        filters={fields}
        order={BY_NAME}
        load={load}
        rowKey={(row) => row.id}
        rowLink={(row) => places.item(row.id)}
        empty={{ title: t('item.none'), hint: central ? t('item.noneHint') : t('item.noneUnitHint'), action: create }}
      />
    </Page>
  );
}
