import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import dayjs from 'dayjs';
import type { Locale } from 'antd/es/locale';
import { initialLanguage, rememberLanguage, type Language } from './language';

export interface LanguagePack {
  resources: Record<string, object>;
  antd: Locale;
}

export type PackLoader = (language: Language) => Promise<LanguagePack>;

const packs = new Map<Language, LanguagePack>();
let loadPack: PackLoader | undefined;

/** This will load one language and make it the one in use. */
export async function applyLanguage(language: Language): Promise<void> {
  if (!packs.has(language)) {
    if (!loadPack) throw new Error('startLanguages was not called');
    const pack = await loadPack(language);
    packs.set(language, pack);
    for (const [namespace, texts] of Object.entries(pack.resources)) i18next.addResourceBundle(language, namespace, texts);
  }
  await i18next.changeLanguage(language);
  dayjs.locale(language === 'zh-CN' ? 'zh-cn' : 'en');
  document.documentElement.lang = language;
}

/** This will switch by the person's own wish, which this browser remembers. */
export async function chooseLanguage(language: Language): Promise<void> {
  rememberLanguage(language);
  await applyLanguage(language);
}

/** This will start i18next in the person's language; call it once, before the first render. */
export async function startLanguages(loader: PackLoader): Promise<void> {
  loadPack = loader;
  const language = initialLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: {},
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await applyLanguage(language);
}

export const antdLocale = (language: Language): Locale | undefined => packs.get(language)?.antd;
