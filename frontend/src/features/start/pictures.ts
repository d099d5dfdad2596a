/** Pictures of the running product with its demonstration data, one file a language; `infra/tools/pictures.py` takes them. */
const files = import.meta.glob<string>('./pictures/*.jpg', { eager: true, query: '?url', import: 'default' });

export const PICTURES = ['orders', 'scores', 'flow', 'approvals'] as const;
export type Picture = (typeof PICTURES)[number];

/** The address of a picture, in Chinese for readers of Chinese. */
export function pictureOf(name: Picture, language: string): string {
  return files[`./pictures/${name}.${language.startsWith('zh') ? 'zh-CN' : 'en'}.jpg`] ?? '';
}
