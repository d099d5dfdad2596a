const STEP = 1024;
const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** `10737418240` → `10 GB`, in steps of 1024. */
export function formatBytes(value: string, language: string): string {
  let size = Number(value);
  let step = 0;
  while (size >= STEP && step < UNITS.length - 1) {
    size /= STEP;
    step += 1;
  }
  return new Intl.NumberFormat(language, { style: 'unit', unit: UNITS[step], unitDisplay: 'short', maximumFractionDigits: 1 }).format(size);
}
