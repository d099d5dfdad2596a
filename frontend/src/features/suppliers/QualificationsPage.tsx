import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SupplierQualificationsDocument as GroupRows, type SupplierQualificationFilter, type SupplierQualificationOrder, type SupplierQualificationsQuery } from '@/gql/group/graphql';
import { SupplierQualificationsDocument as UnitRows } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useForDoor } from '@/shared/api/forDoor';
import { connectionLoader } from '@/shared/list/connection';
import { filterInput, orderBy } from '@/shared/list/inputs';
import { ListPage } from '@/shared/list/ListPage';
import type { FilterField, ListColumn } from '@/shared/list/types';
import { useCan } from '@/shared/session/ViewerContext';
import { LinkButton } from '@/shared/ui/LinkButton';
import { countryOptions } from '@/shared/ui/places';
import { Day } from '@/shared/ui/Values';
import { InviteDialog } from './InviteDialog';
import { usePlaces } from './places';
import { categoryName, DaysLeft, QUALIFICATION_STATUSES, QualificationTag, regionName } from './words';

type Row = SupplierQualificationsQuery['supplierQualifications']['edges'][number]['node'];

const BY_NAME = { field: 'SUPPLIER_NAME', descending: false };

/** Who may be asked where: searched by name, filtered by grade, region, state and end. */
export function QualificationsPage() {
  const { t, i18n } = useTranslation('suppliers');
  const door = useDoor();
  const can = useCan();
  const [inviting, setInviting] = useState(false);
  const places = usePlaces();
  const fields = useMemo<readonly FilterField[]>(
    () => [
      { kind: 'choice', key: 'status', title: t('qualification.status'), options: QUALIFICATION_STATUSES.map((value) => ({ value, label: t(`qualificationStatus.${value}`) })) },
      { kind: 'choice', key: 'grade', title: t('qualification.grade'), options: ['A', 'B', 'C', 'D'].map((value) => ({ value, label: value })) },
      { kind: 'choice', key: 'region', title: t('qualification.region'), options: countryOptions(i18n.language) },
      { kind: 'days', key: 'endDate', title: t('qualification.until') },
    ],
    [t, i18n.language],
  );
  const operation = useForDoor(GroupRows, UnitRows);
  const load = useMemo(
    () =>
      connectionLoader(
        door,
        operation,
        ({ first, after, search, filters, order }) => ({ first, after, search, filter: filterInput<SupplierQualificationFilter>(fields, filters), orderBy: orderBy<SupplierQualificationOrder>(order) }),
        (result) => result.supplierQualifications,
      ),
    [door, operation, fields],
  );
  const columns = useMemo<readonly ListColumn<Row>[]>(
    () => [
      { key: 'supplierName', title: t('application.name'), order: 'SUPPLIER_NAME', primary: true, render: (row) => row.supplierName, value: (row) => row.supplierName },
      { key: 'category', title: t('qualification.category'), render: (row) => categoryName(row.category, i18n.language), value: (row) => row.category?.code },
      { key: 'region', title: t('qualification.region'), render: (row) => regionName(row.region, t('qualification.everywhere')), value: (row) => row.region },
      { key: 'status', title: t('qualification.status'), render: (row) => <QualificationTag status={row.status} />, value: (row) => t(`qualificationStatus.${row.status as (typeof QUALIFICATION_STATUSES)[number]}`) },
      { key: 'grade', title: t('qualification.grade'), order: 'GRADE', render: (row) => row.grade || '–', value: (row) => row.grade },
      { key: 'endDate', title: t('qualification.until'), order: 'END_DATE', render: (row) => (row.endDate ? <Day value={row.endDate} /> : t('noEnd')), value: (row) => row.endDate },
      { key: 'daysLeft', title: t('certificate.expires'), hidden: true, render: (row) => <DaysLeft days={row.daysLeft} />, value: (row) => row.daysLeft },
    ],
    [t, i18n.language],
  );
  const actions = (
    <>
      {can(door.kind === 'group' ? 'masterdata.supplier_policy.read' : 'suppliers.setting.read') && <LinkButton to={places.rules}>{t('rules.title')}</LinkButton>}
      {door.kind === 'unit' && can('masterdata.registration.invite') && <Button onClick={() => setInviting(true)}>{t('application.invite')}</Button>}
    </>
  );
  return (
    <>
      <ListPage
        listId={`suppliers.qualifications.${door.kind}`}
        subject="supplierQualification"
        title={t('qualification.many')}
        actions={actions}
        columns={columns}
        filters={fields}
        order={BY_NAME}
        load={load}
        rowKey={(row) => row.id}
        rowLink={(row) => places.file(row.supplierId)}
        empty={{ title: t('qualification.none'), hint: t('qualification.noneHint') }}
      />
      <InviteDialog open={inviting} onClose={() => setInviting(false)} />
    </>
  );
}
