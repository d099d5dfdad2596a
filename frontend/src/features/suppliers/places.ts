import { useWorkContext } from '@/shared/session/ViewerContext';
import { contextPath } from '@/shared/session/viewer';

/** Where the screens about suppliers' fitness and scores live in the present workspace. */
export function usePlaces() {
  const base = contextPath(useWorkContext());
  return {
    supplier: (id: string) => `${base}/suppliers/${id}`,
    file: (id: string) => `${base}/suppliers/${id}/file`,
    qualifications: `${base}/qualifications`,
    scores: `${base}/scores`,
    scorecard: (id: string) => `${base}/scores/${id}`,
    model: `${base}/score-model`,
    qualityShare: `${base}/quality-share`,
    rules: `${base}/supplier-rules`,
    receipt: (id: string) => `${base}/receipts/${id}`,
    terms: `${base}/tier-terms`,
    applications: `${base}/applications`,
    application: (id: string) => `${base}/applications/${id}`,
    order: (id: string) => `${base}/orders/${id}`,
  };
}
