import { ApprovalPeopleDocument } from '@/gql/unit/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { useRoleName } from '@/shared/session/roleName';

/** The unit's people, with their roles in words, as choices; one who has left stays readable. */
export function usePeople(known?: { id: string; name: string }) {
  const roleName = useRoleName();
  const { data, isPending } = useApiQuery(ApprovalPeopleDocument, {}, { subject: 'member' });
  const people = (data?.flowVocabulary.people ?? []).map(({ id, name, roles }) => ({ value: id, label: name, roles: roles.map((role) => roleName(role)).join(' · ') }));
  const left = known && data && !people.some(({ value }) => value === known.id) ? [{ value: known.id, label: known.name, roles: '' }] : [];
  return { options: [...left, ...people], documentTypes: data?.flowVocabulary.documentTypes ?? [], isPending };
}
