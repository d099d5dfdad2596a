/** One calm palette per mode. Text on its ground meets WCAG AA; one accent colour, no other decoration. */
export interface Palette {
  ground: string;
  surface: string;
  raised: string;
  sunken: string;
  hover: string;
  selected: string;
  /** Edges of what can be operated: 3:1 against the surface. */
  edge: string;
  line: string;
  lineSoft: string;
  text: string;
  textSoft: string;
  accent: string;
  accentHover: string;
  onAccent: string;
  good: string;
  warn: string;
  bad: string;
  idle: string;
}

export const light: Palette = {
  ground: '#f4f6f6',
  surface: '#ffffff',
  raised: '#ffffff',
  sunken: '#eef1f2',
  hover: '#f2f6f6',
  selected: '#e3f0f1',
  edge: '#87959a',
  line: '#d3dadc',
  lineSoft: '#e6eaeb',
  text: '#17211f',
  textSoft: '#53605f',
  accent: '#0a6570',
  accentHover: '#0d7a87',
  onAccent: '#ffffff',
  good: '#23734a',
  warn: '#8f5600',
  bad: '#b3352c',
  idle: '#66737a',
};

export const dark: Palette = {
  ground: '#0f1415',
  surface: '#161c1d',
  raised: '#1d2426',
  sunken: '#111718',
  hover: '#1c2426',
  selected: '#163236',
  edge: '#667476',
  line: '#36403f',
  lineSoft: '#252d2e',
  text: '#e4ebea',
  textSoft: '#9fadac',
  accent: '#4fb9c4',
  accentHover: '#6fcbd4',
  onAccent: '#06282c',
  good: '#5cbf88',
  warn: '#dda24a',
  bad: '#f0857b',
  idle: '#93a1a5',
};
