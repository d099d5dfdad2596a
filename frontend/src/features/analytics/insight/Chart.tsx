import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as register, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useThemeMode } from '@/shared/theme/mode';
import { dark, light } from '@/shared/theme/palette';
import styles from './insight.module.css';

register([BarChart, LineChart, GridComponent, LegendComponent, SVGRenderer, TooltipComponent]);

export interface Series {
  name: string;
  kind: 'bar' | 'line';
  values: readonly (number | null)[];
}

interface ChartProps {
  /** What the picture shows, for who cannot see it; the same figures stand in the table below. */
  label: string;
  names: readonly string[];
  series: readonly Series[];
  format: (value: number) => string;
  onPick?: (index: number) => void;
}

/** Values along time as bars or lines; a click looks closer at one of them. */
export default function Chart({ label, names, series, format, onPick }: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const pick = useRef(onPick);
  const palette = useThemeMode() === 'dark' ? dark : light;
  useEffect(() => {
    pick.current = onPick;
  }, [onPick]);

  useEffect(() => {
    if (!box.current) return undefined;
    const made = init(box.current, null, { renderer: 'svg' });
    chart.current = made;
    made.getZr().on('click', ({ offsetX, offsetY }) => {
      if (!made.containPixel('grid', [offsetX, offsetY])) return;
      const [index] = made.convertFromPixel('grid', [offsetX, offsetY]) as [number, number];
      pick.current?.(Math.round(index));
    });
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(box.current);
    return () => {
      watch.disconnect();
      made.dispose();
    };
  }, []);

  useEffect(() => {
    const colours = [palette.accent, palette.warn, palette.idle];
    chart.current?.setOption(
      {
        animation: false,
        color: colours,
        textStyle: { fontFamily: 'inherit', color: palette.textSoft },
        grid: { left: 8, right: 12, top: series.length > 1 ? 36 : 16, bottom: 4, containLabel: true },
        legend: series.length > 1 ? { top: 0, left: 0, itemGap: 28, textStyle: { color: palette.textSoft } } : undefined,
        // Drawn as text in the picture: the page's policy allows no styles from outside.
        tooltip: { trigger: 'axis', renderMode: 'richText', valueFormatter: (value: unknown) => (typeof value === 'number' ? format(value) : '–') },
        xAxis: { type: 'category', data: [...names], axisLabel: { color: palette.textSoft, hideOverlap: true, alignMinLabel: 'left', alignMaxLabel: 'right' }, axisLine: { lineStyle: { color: palette.line } }, axisTick: { show: false } },
        yAxis: { type: 'value', axisLabel: { color: palette.textSoft, formatter: format }, splitLine: { lineStyle: { color: palette.lineSoft } } },
        series: series.map(({ name, kind, values }) => ({ name, type: kind, data: [...values], barMaxWidth: 36, symbolSize: 6, cursor: onPick ? 'pointer' : 'default' })),
      },
      { notMerge: true },
    );
  }, [names, series, format, onPick, palette]);

  return <div ref={box} className={styles.chart} role="img" aria-label={label} />;
}
