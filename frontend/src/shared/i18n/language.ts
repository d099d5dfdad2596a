export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const STORAGE_KEY = 'hanse.language';

export const languageNames: Record<Language, string> = { 'zh-CN': '简体中文', en: 'English' };

/** Reads any spelling a server or browser uses (`zh`, `zh-hans`, `en-GB`) as one of our languages. */
export function toLanguage(value: string | null | undefined): Language | undefined {
  const low = value?.toLowerCase() ?? '';
  if (low.startsWith('zh')) return 'zh-CN';
  if (low.startsWith('en')) return 'en';
  return undefined;
}

/** The language to start with: the person's own choice, then the browser's wish, then English. */
export function initialLanguage(): Language {
  const stored = toLanguage(localStorage.getItem(STORAGE_KEY));
  if (stored) return stored;
  for (const wish of navigator.languages) {
    const match = toLanguage(wish);
    if (match) return match;
  }
  return 'en';
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(STORAGE_KEY, language);
}
