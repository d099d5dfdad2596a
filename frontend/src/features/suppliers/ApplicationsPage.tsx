import { Button, Form, Input, Modal, Typography } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RegistrationOpenDocument, SupplierApplicationsDocument, type SupplierApplicationFilter, type SupplierApplicationOrder, type SupplierApplicationsQuery } from '@/gql/group/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useApiMutation } from '@/shared/api/hooks';
import { FormDialog } from '@/shared/form/FormDialog';
import { connectionLoader } from '@/shared/list/connection';
import { filterInput, orderBy } from '@/shared/list/inputs';
import { ListPage } from '@/shared/list/ListPage';
import type { FilterField, ListColumn } from '@/shared/list/types';
import { useCan } from '@/shared/session/ViewerContext';
import { LinkButton } from '@/shared/ui/LinkButton';
import { DateTime } from '@/shared/ui/Values';
import { Admission } from './Admission';
import { InviteDialog } from './InviteDialog';
import { usePlaces } from './places';
import { APPLICATION_STATUSES, ApplicationTag } from './words';

type Row = SupplierApplicationsQuery['supplierApplications']['edges'][number]['node'];

const NEWEST = { field: 'SUBMITTED_AT', descending: true };

/** Companies that want to become suppliers, and the ways in for them. */
export function ApplicationsPage() {
  const { t } = useTranslation('suppliers');
  const door = useDoor();
  const can = useCan();
  const places = usePlaces();
  const [asking, setAsking] = useState<'link' | 'invite' | null>(null);
  const fields = useMemo<readonly FilterField[]>(
    () => [{ kind: 'choice', key: 'status', title: t('application.status'), options: APPLICATION_STATUSES.map((value) => ({ value, label: t(`applicationStatus.${value}`) })) }],
    [t],
  );
  const load = useMemo(
    () =>
      connectionLoader(
        door,
        SupplierApplicationsDocument,
        ({ first, after, search, filters, order }) => ({ first, after, search, filter: filterInput<SupplierApplicationFilter>(fields, filters), orderBy: orderBy<SupplierApplicationOrder>(order) }),
        (result) => result.supplierApplications,
      ),
    [door, fields],
  );
  const columns = useMemo<readonly ListColumn<Row>[]>(
    () => [
      { key: 'legalName', title: t('application.name'), order: 'LEGAL_NAME', primary: true, render: (row) => row.legalName, value: (row) => row.legalName },
      { key: 'status', title: t('application.status'), render: (row) => <ApplicationTag status={row.status} />, value: (row) => t(`applicationStatus.${row.status as (typeof APPLICATION_STATUSES)[number]}`) },
      { key: 'email', title: t('application.email'), render: (row) => row.email, value: (row) => row.email },
      { key: 'submittedAt', title: t('application.handedIn'), order: 'SUBMITTED_AT', render: (row) => <DateTime value={row.submittedAt} />, value: (row) => row.submittedAt },
    ],
    [t],
  );
  const actions = can('masterdata.registration.invite') && (
    <>
      {can('masterdata.supplier_policy.read') && <LinkButton to={places.rules}>{t('rules.title')}</LinkButton>}
      <Button onClick={() => setAsking('link')}>{t('application.link')}</Button>
      <Button type="primary" onClick={() => setAsking('invite')}>
        {t('application.invite')}
      </Button>
    </>
  );
  return (
    <>
      <ListPage
        listId="suppliers.applications"
        subject="application"
        title={t('application.many')}
        intro={<Admission />}
        actions={actions}
        columns={columns}
        filters={fields}
        order={NEWEST}
        load={load}
        rowKey={(row) => row.id}
        rowLink={(row) => places.application(row.id)}
        empty={{ title: t('application.none'), hint: t('application.noneHint'), action: actions }}
      />
      <LinkDialog open={asking === 'link'} onClose={() => setAsking(null)} />
      <InviteDialog open={asking === 'invite'} onClose={() => setAsking(null)} />
    </>
  );
}

function LinkDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('suppliers');
  const [form] = Form.useForm<{ label: string }>();
  const [url, setUrl] = useState('');
  const make = useApiMutation(RegistrationOpenDocument, { payload: (r) => r.registrationOpen, touches: ['registration'] });
  return (
    <>
      <FormDialog<{ label: string }, Awaited<ReturnType<typeof make.mutateAsync>>>
        open={open}
        title={t('application.linkTitle')}
        form={form}
        submitLabel={t('application.link')}
        send={(input) => make.mutateAsync({ input })}
        onDone={(result) => {
          setUrl(result.registrationOpen?.url ?? '');
          onClose();
        }}
        onClose={onClose}
      >
        <Form.Item name="label" label={t('application.linkLabel')} rules={[{ required: true, whitespace: true, message: t('field.needed') }]}>
          <Input maxLength={120} />
        </Form.Item>
      </FormDialog>
      <Modal open={url !== ''} title={t('application.linkTitle')} footer={null} onCancel={() => setUrl('')}>
        <p>{t('application.linkMade')}</p>
        <Typography.Text copyable code>
          {url}
        </Typography.Text>
      </Modal>
    </>
  );
}
