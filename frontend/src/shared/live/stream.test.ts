import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openStream, parseEvent, type LiveEvent } from './stream';

class Source {
  static opened: Source[] = [];
  onopen?: () => void;
  onerror?: () => void;
  onmessage?: (message: { data: string; lastEventId: string }) => void;
  closed = false;
  constructor(readonly url: string) {
    Source.opened.push(this);
  }
  close() {
    this.closed = true;
  }
}

beforeEach(() => {
  Source.opened = [];
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', Source);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('comes back with a new address after a loss and resumes behind the last event', async () => {
  let token = 0;
  const events: LiveEvent[] = [];
  const states: string[] = [];
  const close = openStream({
    address: () => Promise.resolve(`/live?token=${(token += 1)}`),
    onEvent: (event) => events.push(event),
    onState: (state) => states.push(state),
  });
  await vi.advanceTimersByTimeAsync(0);
  const first = Source.opened[0];
  first?.onopen?.();
  first?.onmessage?.({ data: '{"id":"9","type":"a.b.c","subjectId":"s"}', lastEventId: '5-1' });
  first?.onerror?.();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(events).toEqual([{ id: '9', type: 'a.b.c', subjectId: 's' }]);
  expect(Source.opened[1]?.url).toBe('/live?token=2&lastEventId=5-1');
  expect(states).toEqual(['connecting', 'open', 'lost', 'connecting']);
  close();
  expect(Source.opened[1]?.closed).toBe(true);
});

it('tells of a reset when it comes back and has no event to resume behind', async () => {
  const types: string[] = [];
  const close = openStream({ address: () => Promise.resolve('/live?token=1'), onEvent: ({ type }) => types.push(type), onState: () => undefined });
  await vi.advanceTimersByTimeAsync(0);
  Source.opened[0]?.onopen?.();
  Source.opened[0]?.onerror?.();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(types).toEqual([]);
  Source.opened[1]?.onopen?.();
  expect(types).toEqual(['live.reset']);
  close();
});

it('opens nothing more once it is closed', async () => {
  const close = openStream({ address: () => Promise.reject(new Error('down')), onEvent: () => undefined, onState: () => undefined });
  await vi.advanceTimersByTimeAsync(0);
  close();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(Source.opened).toEqual([]);
});

it('ignores what is no event', () => {
  expect(parseEvent('not json')).toBeNull();
  expect(parseEvent('{"type":1}')).toBeNull();
});
