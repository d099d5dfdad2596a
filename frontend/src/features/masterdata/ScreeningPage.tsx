import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ScreeningHitsDocument, type ScreeningHitFilter, type ScreeningHitOrder, type ScreeningHitsQuery } from '@/gql/group/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { connectionLoader } from '@/shared/list/connection';
import { filterInput, orderBy } from '@/shared/list/inputs';
import { List } from '@/shared/list/List';
import type { FilterField, ListColumn } from '@/shared/list/types';
import { Page } from '@/shared/ui/Page';
import { countryName } from '@/shared/ui/places';
import { Count, DateTime } from '@/shared/ui/Values';
import { usePlaces } from './places';
import { ScreeningRunBar, StartScreening, useLastRun } from './ScreeningRunBar';
import { HIT_STATUSES, HitStatusTag, type ListKind, type ListSource } from './screeningWords';

type Row = ScreeningHitsQuery['screeningHits']['edges'][number]['node'];

const LIKEST = { field: 'SCORE', descending: true };

/** Who of the register resembles somebody on a public sanctions list, and what was decided about it. */
export function ScreeningPage() {
  const { run } = useLastRun();
  const { t, i18n } = useTranslation('masterdata');
  const door = useDoor();
  const places = usePlaces();
  const fields = useMemo<readonly FilterField[]>(
    () => [{ kind: 'choice', key: 'status', title: t('field.status'), options: HIT_STATUSES.map((value) => ({ value, label: t(`hitStatus.${value}`) })) }],
    [t],
  );
  const load = useMemo(
    () =>
      connectionLoader(
        door,
        ScreeningHitsDocument,
        ({ first, after, search, filters, order }) => ({ first, after, search, filter: filterInput<ScreeningHitFilter>(fields, filters), orderBy: orderBy<ScreeningHitOrder>(order) }),
        (result) => result.screeningHits,
      ),
    [door, fields],
  );
  const columns = useMemo<readonly ListColumn<Row>[]>(
    () => [
      { key: 'supplier', title: t('supplier.one'), order: 'SUPPLIER_NAME', primary: true, render: (row) => row.supplierName, value: (row) => row.supplierName },
      { key: 'entry', title: t('screening.listedName'), render: (row) => row.entryName, value: (row) => row.entryName },
      { key: 'score', title: t('screening.score'), order: 'SCORE', numeric: true, render: (row) => <Count value={row.score} />, value: (row) => row.score },
      { key: 'status', title: t('field.status'), render: (row) => <HitStatusTag status={row.status} />, value: (row) => t(`hitStatus.${row.status as (typeof HIT_STATUSES)[number]}`) },
      { key: 'source', title: t('screening.list'), render: (row) => row.entry && t(`listSource.${row.entry.source as ListSource}`), value: (row) => row.entry?.source },
      { key: 'kind', title: t('screening.kind'), render: (row) => row.entry && t(`listKind.${row.entry.kind as ListKind}`), value: (row) => row.entry?.kind },
      { key: 'country', title: t('field.country'), render: (row) => row.supplier && countryName(row.supplier.country, i18n.language), value: (row) => row.supplier?.country },
      { key: 'programs', title: t('screening.programs'), hidden: true, render: (row) => row.entry?.programs, value: (row) => row.entry?.programs },
      { key: 'decidedBy', title: t('screening.decidedBy'), hidden: true, render: (row) => row.decidedByName, value: (row) => row.decidedByName },
      { key: 'createdAt', title: t('screening.foundAt'), order: 'CREATED_AT', hidden: true, render: (row) => <DateTime value={row.createdAt} />, value: (row) => row.createdAt },
    ],
    [t, i18n.language],
  );
  return (
    <Page title={t('screening.title')} intro={t('screening.intro')} actions={<StartScreening />} fill>
      <ScreeningRunBar />
      <List
        listId="masterdata.screening"
        subject="screening"
        title={t('screening.title')}
        columns={columns}
        filters={fields}
        order={LIKEST}
        load={load}
        rowKey={(row) => row.id}
        rowLink={(row) => places.screeningHit(row.id)}
        empty={{ title: t(run?.status === 'finished' && run.entries > 0 ? 'screening.none' : 'screening.never'), hint: t('screening.noneHint') }}
      />
    </Page>
  );
}
