import { useTranslation } from 'react-i18next';
import styles from './suppliers.module.css';

interface Point {
  day: string;
  total: string | null;
}

const WIDTH = 640;
const HEIGHT = 180;
const EDGE = 36;

/** The score over the periods, 0 to 100; a period without a score is a gap. */
export function Trend({ points }: { points: readonly Point[] }) {
  const { t } = useTranslation('suppliers');
  const step = points.length > 1 ? (WIDTH - 2 * EDGE) / (points.length - 1) : 0;
  const placed = points.map((point, index) => ({
    ...point,
    x: points.length > 1 ? EDGE + index * step : WIDTH / 2,
    y: point.total === null ? null : HEIGHT - EDGE - (Number(point.total) / 100) * (HEIGHT - 2 * EDGE),
  }));
  const line = placed
    .map((point, index) => (point.y === null ? '' : `${index > 0 && placed[index - 1]?.y !== null ? 'L' : 'M'}${point.x} ${point.y}`))
    .join(' ');
  return (
    <div className={styles.scroll}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={styles.trend} role="img" aria-label={`${t('score.trend')}: ${points.map((point) => `${point.day} ${point.total ?? '–'}`).join(', ')}`}>
      {[0, 50, 100].map((mark) => {
        const y = HEIGHT - EDGE - (mark / 100) * (HEIGHT - 2 * EDGE);
        return (
          <g key={mark}>
            <line x1={EDGE} x2={WIDTH - EDGE} y1={y} y2={y} stroke="currentColor" opacity={0.15} />
            <text x={EDGE - 8} y={y + 4} textAnchor="end" fontSize={12} fill="currentColor" opacity={0.65}>
              {mark}
            </text>
          </g>
        );
      })}
      <path d={line} fill="none" stroke="currentColor" strokeWidth={2} />
      {placed.map((point) => (
        <g key={point.day}>
          {point.y !== null && <circle cx={point.x} cy={point.y} r={4} fill="currentColor" />}
          {point.y !== null && (
            <text x={point.x} y={point.y - 10} textAnchor="middle" fontSize={12} fill="currentColor">
              {point.total}
            </text>
          )}
          <text x={point.x} y={HEIGHT - 10} textAnchor="middle" fontSize={12} fill="currentColor" opacity={0.65}>
            {point.day}
          </text>
        </g>
      ))}
    </svg>
    </div>
  );
}
