/** The fields an applicant fills in, as the input spells them and as the stored profile does. */
export const PROFILE = [
  ['legalName', 'legal_name'],
  ['country', 'country'],
  ['taxId', 'tax_id'],
  ['uscc', 'uscc'],
  ['duns', 'duns'],
  ['street', 'street'],
  ['postalCode', 'postal_code'],
  ['city', 'city'],
  ['contactName', 'contact_name'],
  ['phone', 'phone'],
  ['website', 'website'],
] as const;

export type ProfileField = (typeof PROFILE)[number][0];
export type Profile = Partial<Record<ProfileField, string>>;

/** Reads a stored profile. */
export function profileOf(stored: unknown): Profile {
  const known = (stored ?? {}) as Readonly<Record<string, string | undefined>>;
  return Object.fromEntries(PROFILE.map(([field, name]) => [field, known[name] ?? '']));
}

export interface StoredDocument {
  kind: string;
  number: string;
  expires_date: string | null;
  file_name: string;
}

export interface Finding {
  rule: string;
  outcome: string;
  en: string;
  zh: string;
}
