import { Navigate } from 'react-router';
import { useCan } from '@/shared/session/ViewerContext';
import { NotFound } from '@/shared/ui/States';
import { TABS } from './Frame';

/** The first of the figures that the reader may see. */
export function InsightStart() {
  const can = useCan();
  const first = TABS.find(({ permission }) => can(permission));
  return first ? <Navigate to={first.path} replace /> : <NotFound />;
}
