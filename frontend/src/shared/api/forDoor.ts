import { useDoor } from './DoorContext';
import type { Operation } from './client';

/** Picks the twin of an operation that exists in both APIs, by the door the screen stands at. */
export function useForDoor<Result, Variables>(group: Operation<Result, Variables>, unit: Operation<Result, Variables>): Operation<Result, Variables> {
  return useDoor().kind === 'unit' ? unit : group;
}
