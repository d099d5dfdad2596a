import { lazy, Suspense, type ComponentProps } from 'react';
import { Loading } from '@/shared/ui/States';
import type ChartType from './Chart';

// The drawing library is fetched with the first picture alone.
const Chart = lazy(() => import('./Chart'));

export const Plot = (props: ComponentProps<typeof ChartType>) => (
  <Suspense fallback={<Loading />}>
    <Chart {...props} />
  </Suspense>
);
