import { StatusTag, type Tone } from '@/shared/ui/StatusTag';
import { Nothing } from '@/shared/ui/Values';

const BAR = 60;
const WELL = 80;

export const healthTone = (score: number): Tone => (score < BAR ? 'bad' : score < WELL ? 'warn' : 'good');

export function HealthTag({ score }: { score: number | null | undefined }) {
  if (score === null || score === undefined) return <Nothing />;
  return (
    <StatusTag tone={healthTone(score)}>
      <span className="num">{score}</span>
    </StatusTag>
  );
}
