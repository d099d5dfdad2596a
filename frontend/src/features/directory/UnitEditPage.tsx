import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { UnitEditDocument } from '@/gql/group/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { Columns } from '@/shared/form/Columns';
import { FormPage } from '@/shared/form/FormPage';
import { useWorkContext } from '@/shared/session/ViewerContext';
import { bareId, contextPath } from '@/shared/session/viewer';
import { Failure, Loading, NotFound } from '@/shared/ui/States';
import { UnitFields, type UnitValues } from './unitFields';
import { useUnit, type Unit } from './useUnit';

export function UnitEditPage() {
  const { unit, isPending, isError, error, refetch } = useUnit();
  if (isPending) return <Loading />;
  if (isError) return <Failure error={error} onRetry={() => void refetch()} />;
  return unit ? <UnitForm unit={unit} /> : <NotFound />;
}

function UnitForm({ unit }: { unit: Unit }) {
  const { t } = useTranslation(['directory', 'common']);
  const navigate = useNavigate();
  const units = `${contextPath(useWorkContext())}/units`;
  const page = `${units}/${bareId(unit.id)}`;
  const [form] = Form.useForm<UnitValues>();
  const edit = useApiMutation(UnitEditDocument, { payload: (result) => result.unitEdit, touches: ['unit', 'viewer', 'audit'] });
  return (
    <FormPage<UnitValues, unknown>
      title={t('unit.editTitle', { name: unit.name })}
      crumbs={[
        { title: t('unit.title'), to: units },
        { title: unit.name, to: page },
      ]}
      form={form}
      initial={{ name: unit.name, country: unit.country, region: unit.region, timeZone: unit.timeZone }}
      submitLabel={t('common:action.save')}
      send={(values) => edit.mutateAsync({ input: { ...values, unitId: unit.id, version: unit.version } })}
      onDone={() => void navigate(page, { replace: true })}
      onCancel={() => void navigate(page)}
    >
      <Columns>
        <UnitFields />
      </Columns>
    </FormPage>
  );
}
