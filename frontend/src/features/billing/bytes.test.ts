import { describe, expect, it } from 'vitest';
import { formatBytes } from './bytes';

describe('bytes', () => {
  it('are shown in the largest step that fits', () => {
    expect(formatBytes('0', 'en')).toBe('0 byte');
    expect(formatBytes('10737418240', 'en')).toBe('10 GB');
    expect(formatBytes('1610612736', 'en')).toBe('1.5 GB');
    expect(formatBytes('1099511627776', 'en')).toBe('1 TB');
  });
});
