import { App, Form, Input, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { CostCentreCreateDocument, CostCentreDetailDocument, CostCentreEditDocument, type CostCentreDetailQuery } from '@/gql/unit/graphql';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { Columns } from '@/shared/form/Columns';
import { FormPage } from '@/shared/form/FormPage';
import { RequirePermission } from '@/shared/session/ViewerContext';
import { Failure, Loading, NotFound } from '@/shared/ui/States';
import { PersonSelect } from '../PersonSelect';
import { usePlaces } from '../places';
import { usePeople } from '../usePeople';

type CostCentre = NonNullable<CostCentreDetailQuery['costCentre']>;

interface Values {
  code: string;
  name: string;
  ownerId?: string;
  isActive?: boolean;
}

/** A new cost centre, or one being changed: the same form. */
export function CostCentreFormPage() {
  const { id } = useParams();
  return <RequirePermission code="approvals.cost_centre.edit">{id === undefined ? <CostCentreForm /> : <Known key={id} id={id} />}</RequirePermission>;
}

function Known({ id }: { id: string }) {
  const { data, error, isPending, refetch } = useApiQuery(CostCentreDetailDocument, { id }, { subject: 'costCentre' });
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  return data.costCentre ? <CostCentreForm centre={data.costCentre} /> : <NotFound />;
}

function useSend(centre: CostCentre | undefined) {
  const create = useApiMutation(CostCentreCreateDocument, { payload: (r) => r.costCentreCreate, touches: ['costCentre'] });
  const edit = useApiMutation(CostCentreEditDocument, { payload: (r) => r.costCentreEdit, touches: ['costCentre'] });
  return ({ code, name, ownerId, isActive }: Values, idempotencyKey: string): Promise<unknown> =>
    centre
      ? edit.mutateAsync({ input: { costCentreId: centre.id, version: centre.version, code, name, ownerId, isActive } })
      : create.mutateAsync({ input: { code, name, ownerId, idempotencyKey } });
}

function CostCentreForm({ centre }: { centre?: CostCentre }) {
  const { t } = useTranslation('approvals');
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const navigate = useNavigate();
  const places = usePlaces();
  const people = usePeople(centre?.ownerId ? { id: centre.ownerId, name: centre.ownerName } : undefined);
  const send = useSend(centre);
  const back = () => void navigate(places.costCentres);
  return (
    <FormPage<Values, unknown>
      title={centre ? t('costCentre.editTitle', { code: centre.code }) : t('costCentre.new')}
      crumbs={[{ title: t('costCentre.many'), to: places.costCentres }]}
      form={form}
      initial={centre ? { code: centre.code, name: centre.name, ownerId: centre.ownerId ?? undefined, isActive: centre.isActive } : {}}
      submitLabel={t('costCentre.save')}
      send={send}
      onDone={() => {
        void message.success(t('costCentre.saved'));
        back();
      }}
      onCancel={back}
    >
      <Columns>
        <Form.Item name="code" label={t('costCentre.code')} rules={[{ required: true, whitespace: true, message: t('costCentre.codeNeeded') }]}>
          <Input maxLength={40} autoFocus />
        </Form.Item>
        <Form.Item name="name" label={t('costCentre.name')} rules={[{ required: true, whitespace: true, message: t('costCentre.nameNeeded') }]}>
          <Input maxLength={120} />
        </Form.Item>
      </Columns>
      <Form.Item name="ownerId" label={t('costCentre.owner')} extra={t('costCentre.ownerHint')}>
        <PersonSelect options={people.options} loading={people.isPending} allowClear />
      </Form.Item>
      {centre && (
        <Form.Item name="isActive" required label={t('costCentre.active')} valuePropName="checked" extra={t('costCentre.activeHint')}>
          <Switch />
        </Form.Item>
      )}
    </FormPage>
  );
}
