import type { Operation } from '@/shared/api/client';
import type { Viewer } from './viewer';

const TEXT = `query Viewer {
  viewer {
    person { id email displayName locale mfaEnabled }
    contexts { kind id slug name groupId groupName roles permissions mfaRequired }
  }
}`;

export const viewerQuery: Operation<{ viewer: Viewer | null }, Record<string, never>> = { toString: () => TEXT };
