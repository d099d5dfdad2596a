import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Vocabulary } from './FlowPage';
import type { Assignee } from './graph';

interface AssigneeEditorProps {
  label: string;
  required?: boolean;
  value: readonly Assignee[];
  vocabulary: Vocabulary;
  onChange: (assignees: Assignee[]) => void;
}

const OWNER = 'cost_centre_owner';
const keyOf = (assignee: Assignee): string => (assignee.kind === 'role' ? `role:${assignee.role}` : assignee.kind === 'person' ? `person:${assignee.person_id}` : OWNER);

function assigneeOf(key: string): Assignee {
  if (key === OWNER) return { kind: 'cost_centre_owner' };
  const [kind, value = ''] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
  return kind === 'role' ? { kind: 'role', role: value } : { kind: 'person', person_id: value };
}

/** Who is asked: roles, people, the owner of the document's cost centre. */
export function AssigneeEditor({ label, required = false, value, vocabulary, onChange }: AssigneeEditorProps) {
  const { t } = useTranslation(['approvals', 'accounts']);
  return (
    <Form.Item required={required} label={label}>
      <Select
        aria-label={label}
        mode="multiple"
        showSearch={{ optionFilterProp: 'label' }}
        value={value.map(keyOf)}
        onChange={(keys: string[]) => onChange(keys.map(assigneeOf))}
        options={[
          { label: t('node.roles'), options: vocabulary.roles.map((role) => ({ value: `role:${role}`, label: t(`role.${role as 'approver'}`, { defaultValue: role }) })) },
          { label: t('node.people'), options: vocabulary.people.map((person) => ({ value: `person:${person.id}`, label: person.name })) },
          { label: t('node.others'), options: [{ value: OWNER, label: t('node.costCentreOwner') }] },
        ]}
      />
    </Form.Item>
  );
}
