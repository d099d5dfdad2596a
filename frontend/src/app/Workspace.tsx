import { lazy, Suspense, useMemo } from 'react';
import { Navigate, Outlet, useLocation, useParams } from 'react-router';
import type { Door } from '@/shared/api/client';
import { loadWords } from '@/shared/i18n/runtime';
import { DoorProvider } from '@/shared/api/DoorContext';
import { useViewer, WorkContextProvider } from '@/shared/session/ViewerContext';
import { bareId, contextPath, type WorkContext } from '@/shared/session/viewer';
import { NotFound } from '@/shared/ui/States';
import { MfaGate } from './MfaGate';
import { moduleOfPage } from './pageModule';

const BillingBanner = lazy(async () => ({ default: (await Promise.all([import('@/features/billing/BillingBanner'), loadWords(['billing'])]))[0].BillingBanner }));

const ReadOnlyBanner = lazy(async () => ({ default: (await import('./ReadOnlyBanner')).ReadOnlyBanner }));

const ServiceBanners = lazy(async () => ({ default: (await Promise.all([import('@/features/operations/ServiceBanners'), loadWords(['operations'])]))[0].ServiceBanners }));

/** Head office of one group: screens below talk to the group API for that group. */
export function GroupWorkspace() {
  const { groupId = '' } = useParams();
  const context = useViewer().contexts.find((each) => each.kind === 'GROUP' && bareId(each.groupId) === groupId);
  const door = useMemo<Door>(() => ({ kind: 'group', groupId }), [groupId]);
  return <Workspace context={context} door={door} />;
}

/** One business unit: screens below talk to that unit's API. */
export function UnitWorkspace() {
  const { slug = '' } = useParams();
  const context = useViewer().contexts.find((each) => each.kind === 'UNIT' && each.slug === slug);
  const door = useMemo<Door>(() => ({ kind: 'unit', slug }), [slug]);
  return <Workspace context={context} door={door} />;
}

/** One unit as one of its suppliers sees it: the same API, asked in the supplier's name. */
export function SupplierWorkspace() {
  const { membershipId = '' } = useParams();
  const context = useViewer().contexts.find((each) => each.kind === 'SUPPLIER' && bareId(each.id) === membershipId);
  const { slug = '', partnerId } = context ?? {};
  const door = useMemo<Door>(() => ({ kind: 'unit', slug, partnerId: partnerId ?? undefined }), [slug, partnerId]);
  return <Workspace context={context} door={door} />;
}

/** One distributor: the unit's API where it belongs to one, asked in the distributor's name. */
export function DistributorWorkspace() {
  const { membershipId = '' } = useParams();
  const context = useViewer().contexts.find((each) => each.kind === 'DISTRIBUTOR' && bareId(each.id) === membershipId);
  const { slug = '', groupId = '', partnerId } = context ?? {};
  const door = useMemo<Door>(
    () => (slug ? { kind: 'unit', slug, partnerId: partnerId ?? undefined } : { kind: 'group', groupId: bareId(groupId) }),
    [slug, groupId, partnerId],
  );
  return <Workspace context={context} door={door} />;
}

/** A supplier begins with what waits for it, at all its buyers. */
export const SupplierStart = () => <Navigate to="inbox" replace />;

function Workspace({ context, door }: { context: WorkContext | undefined; door: Door }) {
  const { pathname } = useLocation();
  if (!context) return <NotFound />;
  const module = moduleOfPage(context.kind, pathname.slice(contextPath(context).length + 1));
  const pays = door.kind === 'group' && context.permissions.includes('billing.subscription.read');
  return (
    <DoorProvider door={door}>
      <WorkContextProvider context={context}>
        <MfaGate>
          {pays && (
            <Suspense>
              <BillingBanner to={`${contextPath(context)}/billing`} />
            </Suspense>
          )}
          {!context.partnerId && (
            <Suspense>
              <ServiceBanners />
            </Suspense>
          )}
          {context.readOnly && !pays && (
            <Suspense>
              <ReadOnlyBanner />
            </Suspense>
          )}
          {module && !context.modules.includes(module) ? <NotFound /> : <Outlet />}
        </MfaGate>
      </WorkContextProvider>
    </DoorProvider>
  );
}
