import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LiveStreamDocument as GroupStream } from '@/gql/group/graphql';
import { LiveStreamDocument as UnitStream } from '@/gql/unit/graphql';
import { doorKey, execute, type Door } from '@/shared/api/client';
import { openStream, type LiveEvent, type LiveState } from '@/shared/live/stream';
import { bareId, type WorkContext } from '@/shared/session/viewer';
import { StatusTag } from '@/shared/ui/StatusTag';
import { isStale } from './staleness';
import styles from './shell.module.css';

const SETTLE = 250;

function doorOf(context: WorkContext | undefined): Door | null {
  if (context?.kind === 'UNIT') return { kind: 'unit', slug: context.slug };
  if (context?.kind === 'SUPPLIER') return { kind: 'unit', slug: context.slug, partnerId: context.partnerId ?? undefined };
  if (context?.kind === 'GROUP') return { kind: 'group', groupId: bareId(context.groupId) };
  return null;
}

/** Keeps what is on screen fresh: one stream a tab, for the workspace that is open. Says when it is interrupted. */
export function LiveUpdates({ context }: { context: WorkContext | undefined }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [state, setState] = useState<LiveState>('connecting');
  const door = useMemo(() => doorOf(context), [context]);
  const key = door && doorKey(door);

  useEffect(() => {
    if (!door) return undefined;
    const refresher = collect((events) => void refreshStale(queries, doorKey(door), events));
    const close = openStream({
      address: async () => (await execute(door, door.kind === 'unit' ? UnitStream : GroupStream, {})).liveStream.url,
      onEvent: refresher.add,
      onState: setState,
    });
    return () => {
      close();
      refresher.stop();
    };
    // A context object is new with each reading of the viewer; the stream depends on its address alone.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, queries]);

  if (!door || state !== 'lost') return null;
  return (
    <div className={styles.live} role="status">
      <StatusTag tone="warn" hollow>
        {t('nav.liveOff')}
      </StatusTag>
    </div>
  );
}

/** Gathers events for a moment, so that a burst of changes is one refresh. */
function collect(flush: (events: readonly LiveEvent[]) => void) {
  let waiting: LiveEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    add: (event: LiveEvent) => {
      waiting.push(event);
      timer ??= setTimeout(() => {
        flush(waiting);
        waiting = [];
        timer = undefined;
      }, SETTLE);
    },
    stop: () => clearTimeout(timer),
  };
}

/** This will ask again for what is on screen and stale; what is not on screen is asked for when it is next shown. */
export function refreshStale(queries: QueryClient, door: string, events: readonly LiveEvent[]): Promise<void> {
  return queries.invalidateQueries({ predicate: ({ queryKey }) => isStale(queryKey, door, events) });
}
