import { useViewer } from '@/shared/session/ViewerContext';

/** Whether the person may do something at the console. */
export function useConsole(): (permission: string) => boolean {
  const { console } = useViewer();
  return (permission) => console.includes(permission);
}

/** An instant of the person's own clock, out of a field for day and time, as the API takes it. */
export const instant = (local: string): string => new Date(local).toISOString();
