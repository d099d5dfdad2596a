import type { Locale } from 'antd/es/locale';
import type { LanguageFiles, Words } from '@/shared/i18n/runtime';
import type { Language } from '@/shared/i18n/language';

type Load = () => Promise<unknown>;

/** Every folder `locales` is a namespace named after the folder it stands in; each language is a file, fetched when a screen first speaks of it. */
const found: Record<string, Load> = {
  ...import.meta.glob('../../features/**/locales/{en,zh-CN}.ts'),
  ...import.meta.glob('/src/shared/locales/{en,zh-CN}.ts'),
};

const addressOf = /([^/]+)\/locales\/([\w-]+)\.ts$/;

const files = new Map<string, Load>(
  Object.entries(found).map(([path, load]) => {
    const [, folder = '', language = ''] = addressOf.exec(path) ?? [];
    return [`${language}/${folder === 'shared' ? 'common' : folder}`, load];
  }),
);

/** The namespaces there are, as `<language>/<namespace>`. */
export const wordFiles = (): readonly string[] => [...files.keys()];

async function words(language: Language, namespace: string): Promise<Words> {
  const load = files.get(`${language}/${namespace}`);
  if (!load) throw new Error(`No words of ${namespace} in ${language}.`);
  const file = (await load()) as Record<string, Words>;
  const [only] = Object.values(file);
  if (!only) throw new Error(`The words of ${namespace} in ${language} are empty.`);
  return only;
}

async function antd(language: Language): Promise<Locale> {
  if (language === 'en') return (await import('antd/es/locale/en_US')).default;
  const [locale] = await Promise.all([import('antd/es/locale/zh_CN'), import('dayjs/locale/zh-cn')]);
  return locale.default;
}

export const languageFiles: LanguageFiles = { words, antd };
