import type { PackLoader } from '@/shared/i18n/runtime';

/** Each language is one file of its own, fetched when it is first used. */
export const languageFiles: PackLoader = async (language) => {
  if (language === 'zh-CN') {
    const { zhCN, antd } = await import('./zh-CN');
    return { resources: zhCN, antd };
  }
  const { en, antd } = await import('./en');
  return { resources: en, antd };
};
