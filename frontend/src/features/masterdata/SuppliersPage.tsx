import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { SuppliersDocument as GroupSuppliers, type SuppliersQuery, type SupplierFilter, type SupplierOrder } from '@/gql/group/graphql';
import { SuppliersDocument as UnitSuppliers } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useForDoor } from '@/shared/api/forDoor';
import { connectionLoader } from '@/shared/list/connection';
import { filterInput, orderBy } from '@/shared/list/inputs';
import { ListPage } from '@/shared/list/ListPage';
import type { FilterField, ListColumn } from '@/shared/list/types';
import { useCan } from '@/shared/session/ViewerContext';
import { LinkButton } from '@/shared/ui/LinkButton';
import { countryName, countryOptions } from '@/shared/ui/places';
import { DateTime } from '@/shared/ui/Values';
import { usePlaces } from './places';
import { SUPPLIER_STATUSES, SupplierStatusTag, type SupplierStatus } from './words';

type Row = SuppliersQuery['suppliers']['edges'][number]['node'];

const BY_NAME = { field: 'LEGAL_NAME', descending: false };

/** The group's supplier register: head office keeps it, units read it. */
export function SuppliersPage() {
  const { t, i18n } = useTranslation('masterdata');
  const door = useDoor();
  const can = useCan();
  const places = usePlaces();
  const central = door.kind === 'group';
  const fields = useMemo<readonly FilterField[]>(
    () => [
      { kind: 'choice', key: 'status', title: t('field.status'), options: SUPPLIER_STATUSES.map((value) => ({ value, label: t(`supplierStatus.${value}`) })) },
      { kind: 'flag', key: 'sanctioned', title: t('sanction.blacklisted') },
      { kind: 'choice', key: 'country', title: t('field.country'), options: countryOptions(i18n.language) },
      { kind: 'text', key: 'city', title: t('field.city') },
      { kind: 'days', key: 'changedAt', title: t('field.changedAt'), instants: true },
    ],
    [t, i18n.language],
  );
  const operation = useForDoor(GroupSuppliers, UnitSuppliers);
  const load = useMemo(
    () =>
      connectionLoader(
        door,
        operation,
        ({ first, after, search, filters, order }) => ({ first, after, search, filter: filterInput<SupplierFilter>(fields, filters), orderBy: orderBy<SupplierOrder>(order) }),
        (result) => result.suppliers,
      ),
    [door, operation, fields],
  );
  const columns = useMemo<readonly ListColumn<Row>[]>(
    () => [
      { key: 'legalName', title: t('field.legalName'), order: 'LEGAL_NAME', primary: true, render: (row) => row.legalName, value: (row) => row.legalName },
      { key: 'otherName', title: t('field.otherName'), hidden: true, render: (row) => row.otherName, value: (row) => row.otherName },
      { key: 'status', title: t('field.status'), render: (row) => <SupplierStatusTag status={row.status} sanctioned={row.sanctioned} />, value: (row) => (row.sanctioned ? t('sanction.blacklisted') : t(`supplierStatus.${row.status as SupplierStatus}`)) },
      { key: 'country', title: t('field.country'), order: 'COUNTRY', render: (row) => countryName(row.country, i18n.language), value: (row) => row.country },
      { key: 'city', title: t('field.city'), render: (row) => row.city, value: (row) => row.city },
      { key: 'uscc', title: t('field.uscc'), hidden: true, render: (row) => <span className="mono">{row.uscc}</span>, value: (row) => row.uscc },
      { key: 'taxId', title: t('field.taxId'), render: (row) => <span className="mono">{row.taxId}</span>, value: (row) => row.taxId },
      { key: 'duns', title: t('field.duns'), render: (row) => <span className="mono">{row.duns}</span>, value: (row) => row.duns },
      { key: 'externalCode', title: t('field.externalCode'), order: 'EXTERNAL_CODE', render: (row) => <span className="mono">{row.externalCode}</span>, value: (row) => row.externalCode },
      { key: 'changedAt', title: t('field.changedAt'), order: 'CHANGED_AT', hidden: true, render: (row) => <DateTime value={row.changedAt} />, value: (row) => row.changedAt },
    ],
    [t, i18n.language],
  );
  const actions = central && (
    <>
      {can('masterdata.supplier.import') && <LinkButton to={places.importSuppliers}>{t('import.start')}</LinkButton>}
      {can('masterdata.supplier.create') && (
        <LinkButton type="primary" to={places.newSupplier}>
          {t('supplier.new')}
        </LinkButton>
      )}
    </>
  );
  return (
    <ListPage
      listId={`masterdata.suppliers.${door.kind}`}
      subject="supplier"
      title={t('supplier.many')}
      actions={actions}
      columns={columns}
      filters={fields}
      order={BY_NAME}
      load={load}
      rowKey={(row) => row.id}
      rowLink={(row) => places.supplier(row.id)}
      empty={{ title: t('supplier.none'), hint: central ? t('supplier.noneHint') : t('supplier.noneUnitHint'), action: actions }}
    />
  );
}
