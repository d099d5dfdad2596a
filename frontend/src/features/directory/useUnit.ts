import { useParams } from 'react-router';
import { UnitDocument, type UnitQuery } from '@/gql/group/graphql';
import { useApiQuery } from '@/shared/api/hooks';

export type Unit = NonNullable<UnitQuery['unit']>;
export type Job = UnitQuery['provisioningJobs']['nodes'][number];

const MAKING = new Set(['requested', 'provisioning']);

/** The unit of the address, and the job that makes it. While it is made, live events come often; a poll is the safety net. */
export function useUnit() {
  const { unitId = '' } = useParams();
  const query = useApiQuery(UnitDocument, { id: `Unit_${unitId}` }, { subject: 'unit', refetchInterval: (data) => (MAKING.has(data?.unit?.status ?? '') ? 2_000 : false) });
  return { ...query, unit: query.data?.unit ?? null, job: query.data?.provisioningJobs.nodes[0] };
}
