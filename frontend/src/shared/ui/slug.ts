/** A short name out of a long one: `Rotterdam Trading B.V.` → `rotterdam-trading-b-v`; nothing where no Latin letter is. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 48)
    .replace(/^-+|-+$/g, '');
}
