/** The fields of a supplier, in the order of the form; `snake` is the import's name of each. */
export const SUPPLIER_FIELDS = [
  'legalName', 'otherName', 'country', 'uscc', 'taxId', 'duns', 'lei', 'externalCode', 'email', 'phone', 'website', 'contactName', 'street', 'city', 'postalCode', 'currency', 'note',
] as const;
export type SupplierField = (typeof SUPPLIER_FIELDS)[number];

export const snake = (field: SupplierField): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
