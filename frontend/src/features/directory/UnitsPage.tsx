import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { UnitsDocument, type UnitFilter, type UnitOrder, type UnitsQuery } from '@/gql/group/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { connectionLoader } from '@/shared/list/connection';
import { filterInput, orderBy } from '@/shared/list/inputs';
import { ListPage } from '@/shared/list/ListPage';
import type { FilterField, ListColumn } from '@/shared/list/types';
import { useCan, useWorkContext } from '@/shared/session/ViewerContext';
import { bareId, contextPath } from '@/shared/session/viewer';
import { LinkButton } from '@/shared/ui/LinkButton';
import { countryName, countryOptions, currencyOptions } from '@/shared/ui/places';
import { DateTime } from '@/shared/ui/Values';
import { UNIT_STATUSES, UnitStatus, useUnitStatusName } from './unitStatus';

type Unit = UnitsQuery['units']['edges'][number]['node'];

const BY_NAME = { field: 'NAME', descending: false };

export function UnitsPage() {
  const { t, i18n } = useTranslation('directory');
  const door = useDoor();
  const can = useCan();
  const statusName = useUnitStatusName();
  const base = `${contextPath(useWorkContext())}/units`;
  const language = i18n.language;

  const fields = useMemo<readonly FilterField[]>(
    () => [
      { kind: 'choice', key: 'status', title: t('unit.state'), options: UNIT_STATUSES.map((value) => ({ value, label: t(`unit.status.${value}`) })) },
      { kind: 'choice', key: 'country', title: t('unit.country'), options: countryOptions(language) },
      { kind: 'choice', key: 'currency', title: t('unit.currency'), options: currencyOptions(language) },
      { kind: 'days', key: 'createdAt', title: t('unit.created'), instants: true },
    ],
    [t, language],
  );
  const load = useMemo(
    () =>
      connectionLoader(
        door,
        UnitsDocument,
        ({ first, after, search, filters, order }) => ({ first, after, search, filter: filterInput<UnitFilter>(fields, filters), orderBy: orderBy<UnitOrder>(order) }),
        (result) => result.units,
      ),
    [door, fields],
  );
  const columns: readonly ListColumn<Unit>[] = [
    { key: 'name', title: t('unit.name'), primary: true, order: 'NAME', render: (unit) => unit.name, value: (unit) => unit.name },
    { key: 'slug', title: t('unit.slug'), order: 'SLUG', render: (unit) => <code>{unit.slug}</code>, value: (unit) => unit.slug },
    { key: 'status', title: t('unit.state'), order: 'STATUS', render: (unit) => <UnitStatus status={unit.status} />, value: (unit) => statusName(unit.status) },
    { key: 'country', title: t('unit.country'), order: 'COUNTRY', render: (unit) => countryName(unit.country, language), value: (unit) => unit.country },
    { key: 'region', title: t('unit.region'), hidden: true, render: (unit) => unit.region, value: (unit) => unit.region },
    { key: 'currency', title: t('unit.currency'), render: (unit) => unit.currency, value: (unit) => unit.currency },
    { key: 'timeZone', title: t('unit.timeZone'), hidden: true, render: (unit) => unit.timeZone, value: (unit) => unit.timeZone },
    { key: 'created', title: t('unit.created'), order: 'CREATED_AT', render: (unit) => <DateTime value={unit.createdAt} ago />, value: (unit) => unit.createdAt },
    { key: 'activated', title: t('unit.activated'), hidden: true, render: (unit) => <DateTime value={unit.activatedAt} />, value: (unit) => unit.activatedAt },
  ];
  const create = can('directory.unit.create') && (
    <LinkButton type="primary" to={`${base}/new`}>
      {t('unit.create')}
    </LinkButton>
  );
  return (
    <ListPage
      listId="directory.units"
      subject="unit"
      title={t('unit.title')}
      actions={create}
      columns={columns}
      filters={fields}
      order={BY_NAME}
      load={load}
      rowKey={(unit) => unit.id}
      rowLink={(unit) => `${base}/${bareId(unit.id)}`}
      empty={{ title: t('unit.empty'), hint: t('unit.emptyHint'), action: create }}
    />
  );
}
