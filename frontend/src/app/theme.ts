import { theme, type ThemeConfig } from 'antd';
import { dark, light, type Palette } from '@/shared/theme/palette';
import type { ThemeMode } from '@/shared/theme/mode';

export const FONT =
  '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif';

export const paletteOf = (mode: ThemeMode): Palette => (mode === 'dark' ? dark : light);

/** This will give the component library the palette of one mode, dense enough for tables that carry work. */
export function antdTheme(mode: ThemeMode): ThemeConfig {
  const palette = paletteOf(mode);
  return {
    algorithm: mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    cssVar: { key: `hanse-${mode}` },
    hashed: false,
    token: {
      colorPrimary: palette.accent,
      colorPrimaryHover: palette.accentHover,
      colorPrimaryActive: palette.accent,
      colorInfo: palette.accent,
      colorLink: palette.accent,
      colorLinkHover: palette.accentHover,
      colorSuccess: palette.good,
      colorWarning: palette.warn,
      colorError: palette.bad,
      colorText: palette.text,
      colorTextSecondary: palette.textSoft,
      colorTextTertiary: palette.textSoft,
      colorTextDescription: palette.textSoft,
      colorTextPlaceholder: palette.textSoft,
      colorTextLightSolid: palette.onAccent,
      colorBgLayout: palette.ground,
      colorBgContainer: palette.surface,
      colorBgElevated: palette.raised,
      colorBorder: palette.edge,
      colorBorderSecondary: palette.lineSoft,
      borderRadius: 6,
      controlHeight: 34,
      fontSize: 14,
      fontFamily: FONT,
      wireframe: false,
      // Whoever asked the system for less motion gets none.
      motion: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
    },
    components: {
      Table: {
        cellPaddingBlockSM: 6,
        cellPaddingInlineSM: 12,
        headerBg: palette.sunken,
        headerColor: palette.textSoft,
        headerSplitColor: 'transparent',
        headerSortActiveBg: palette.sunken,
        headerSortHoverBg: palette.sunken,
        bodySortBg: 'transparent',
        fixedHeaderSortActiveBg: palette.sunken,
        rowHoverBg: palette.hover,
        rowSelectedBg: palette.selected,
        rowSelectedHoverBg: palette.selected,
      },
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
      Form: { itemMarginBottom: 22, verticalLabelPadding: '0 0 4px' },
      Badge: { colorError: palette.accent },
      Modal: { titleFontSize: 16 },
      Tooltip: { colorBgSpotlight: mode === 'dark' ? '#2a3436' : '#22302f', colorTextLightSolid: '#ffffff' },
      Card: { headerFontSize: 15, bodyPadding: 20, headerHeight: 48 },
    },
  };
}

/** This will publish the palette as custom properties for our own style sheets. */
export function publishPalette(mode: ThemeMode): void {
  const root = document.documentElement;
  root.dataset.theme = mode;
  root.style.setProperty('color-scheme', mode);
  for (const [name, value] of Object.entries(paletteOf(mode))) {
    root.style.setProperty(`--${name.replace(/[A-Z]/g, (big) => `-${big.toLowerCase()}`)}`, value);
  }
}
