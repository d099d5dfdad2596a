import { useCallback } from 'react';
import { useViewer, useWorkContext } from '@/shared/session/ViewerContext';
import { contextPath } from '@/shared/session/viewer';

const FOLDERS: Readonly<Record<string, string>> = { order: 'orders', requisition: 'requisitions', receipt: 'receipts', invoice: 'invoices', supplier_org: 'suppliers' };

interface About {
  subjectType: string;
  subjectId?: string | null;
  unitId?: string | null;
}

/** The place of the document an alert is about, for who works where it is. */
export function useAlertPlace(): (about: About) => string | undefined {
  const context = useWorkContext();
  const { contexts } = useViewer();
  return useCallback(
    ({ subjectType, subjectId, unitId }) => {
      const folder = FOLDERS[subjectType];
      const where = !unitId || context.kind === 'UNIT' ? context : contexts.find((each) => each.kind === 'UNIT' && each.id === unitId);
      return folder && where && subjectId ? `${contextPath(where)}/${folder}/${subjectId}` : undefined;
    },
    [context, contexts],
  );
}
