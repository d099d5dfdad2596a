import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { AlertAssignDocument as GroupAssign, AlertPeopleDocument as GroupPeople } from '@/gql/group/graphql';
import { AlertAssignDocument as UnitAssign, AlertPeopleDocument as UnitPeople } from '@/gql/unit/graphql';
import { useForDoor } from '@/shared/api/forDoor';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { useAction } from '@/shared/form/useAction';
import type { ShownAlert } from './AlertDrawer';

/** Who looks after an alert, and whom it can be given to. */
export function Assignee({ alert }: { alert: ShownAlert }) {
  const { t } = useTranslation('analytics');
  const { run, busy } = useAction();
  const { data } = useApiQuery(useForDoor(GroupPeople, UnitPeople), { alertId: alert.id }, { subject: 'member' });
  const assign = useApiMutation(useForDoor(GroupAssign, UnitAssign), { payload: (r) => r.alertAssign, touches: ['alert'] });
  const people = (data?.alertPeople ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const known = !alert.assigneeId || people.some(({ value }) => value === alert.assigneeId);
  return (
    <Select
      aria-label={t('alerts.seenBy')}
      allowClear
      loading={busy}
      placeholder={t('alerts.nobody')}
      showSearch={{ optionFilterProp: 'label' }}
      style={{ width: '100%', maxWidth: 280 }}
      value={alert.assigneeId ?? undefined}
      options={known ? people : [{ value: alert.assigneeId ?? '', label: alert.assigneeName }, ...people]}
      onChange={(personId: string | undefined) => void run(() => assign.mutateAsync({ input: { alertId: alert.id, personId } }), personId ? t('alerts.assigned') : t('alerts.unassigned'))}
    />
  );
}
