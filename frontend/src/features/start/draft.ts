const KEY = 'hanse.start';

/** What was typed and not sent yet survives a reload of the page, in this tab alone. */
export function keptDraft<Values extends object>(): Partial<Values> {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Partial<Values>;
  } catch {
    return {};
  }
}

export const keepDraft = (values: object): void => sessionStorage.setItem(KEY, JSON.stringify(values));

export const dropDraft = (): void => sessionStorage.removeItem(KEY);
