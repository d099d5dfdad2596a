import i18next, { type BackendModule, type FormatterModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import dayjs from 'dayjs';
import type { Locale } from 'antd/es/locale';
import { initialLanguage, rememberLanguage, type Language } from './language';

export type Words = Record<string, unknown>;

/** Where words come from: one file for each namespace and language, and the component library's own. */
export interface LanguageFiles {
  words: (language: Language, namespace: string) => Promise<Words>;
  antd: (language: Language) => Promise<Locale>;
}

const locales = new Map<Language, Locale>();
let files: LanguageFiles | undefined;

function filesInUse(): LanguageFiles {
  if (!files) throw new Error('startLanguages was not called');
  return files;
}

/** Words of a namespace are fetched when the first screen that uses them is drawn. */
const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    filesInUse()
      .words(language as Language, namespace)
      .then((words) => done(null, words as never))
      .catch((error: unknown) => done(error as Error, false));
  },
};

/** This will fetch the words of these namespaces beside a screen that needs them, so that it need not wait twice. */
export const loadWords = (namespaces: readonly string[]): Promise<void> => i18next.loadNamespaces(namespaces);

/** This will load one language and make it the one in use. */
export async function applyLanguage(language: Language): Promise<void> {
  if (!locales.has(language)) locales.set(language, await filesInUse().antd(language));
  await i18next.changeLanguage(language);
  dayjs.locale(language === 'zh-CN' ? 'zh-cn' : 'en');
  document.documentElement.lang = language;
}

/** This will switch by the person's own wish, which this browser remembers. */
export async function chooseLanguage(language: Language): Promise<void> {
  rememberLanguage(language);
  await applyLanguage(language);
}

/** How many there are stands in texts as people write numbers: 1,095 days. */
const formatter: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: unknown, _format, language, options) =>
    (typeof value === 'number' && options?.interpolationkey === 'count' ? new Intl.NumberFormat(language).format(value) : value) as string,
};

/** This will start i18next in the person's language; call it once, before the first render. */
export async function startLanguages(source: LanguageFiles): Promise<void> {
  files = source;
  const language = initialLanguage();
  const locale = files.antd(language);
  await i18next
    .use(backend)
    .use(formatter)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: false,
      load: 'currentOnly',
      ns: ['common'],
      defaultNS: 'common',
      interpolation: { escapeValue: false, alwaysFormat: true },
      returnNull: false,
    });
  locales.set(language, await locale);
  await applyLanguage(language);
}

export const antdLocale = (language: Language): Locale | undefined => locales.get(language);
