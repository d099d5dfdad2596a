/** One event of the live stream: something of this type and id is now at this version. It carries no content. */
export interface LiveEvent {
  id: string;
  type: string;
  subjectId: string;
  version?: number;
  unit?: string | null;
}

export type LiveState = 'connecting' | 'open' | 'lost';

interface StreamOptions {
  /** A fresh, short-lived address; asked for again at each reconnection. */
  address: () => Promise<string>;
  onEvent: (event: LiveEvent) => void;
  onState: (state: LiveState) => void;
}

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

/**
 * This will keep one stream open and return a function that closes it. A lost stream is opened again with a
 * fresh token, waiting longer each time (with jitter, so that a restarted server is not met by everyone at once),
 * and resumes after the last event that was seen; when none was, it says itself that everything may be stale.
 */
export function openStream({ address, onEvent, onState }: StreamOptions): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = FIRST_WAIT;
  let lastId = '';
  let lost = false;
  let closed = false;

  function retry() {
    source?.close();
    if (closed) return;
    lost = true;
    onState('lost');
    timer = setTimeout(connect, wait * (0.5 + Math.random()));
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }

  async function connect() {
    onState('connecting');
    let url: string;
    try {
      url = await address();
    } catch {
      retry();
      return;
    }
    if (closed) return;
    const resume = lastId ? `&lastEventId=${encodeURIComponent(lastId)}` : '';
    source = new EventSource(url + resume);
    source.onopen = () => {
      wait = FIRST_WAIT;
      onState('open');
      // Nothing to resume behind: what happened while the stream was away is unknown.
      if (lost && !resume) onEvent({ id: '', type: 'live.reset', subjectId: '' });
    };
    source.onerror = retry;
    source.onmessage = (message: MessageEvent<string>) => {
      const event = parseEvent(message.data);
      if (!event) return;
      lastId = message.lastEventId || event.id;
      onEvent(event);
    };
  }

  void connect();
  return () => {
    closed = true;
    clearTimeout(timer);
    source?.close();
  };
}

export function parseEvent(data: string): LiveEvent | null {
  try {
    const value: unknown = JSON.parse(data);
    const event = value as LiveEvent;
    return typeof event?.type === 'string' && typeof event.id === 'string' ? event : null;
  } catch {
    return null;
  }
}
