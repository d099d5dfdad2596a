/** Files at documents. */
export const en = {
  many: 'Files',
  add: 'Attach a file',
  added: '{{name}} is attached and being checked for viruses',
  none: 'No files yet: quotations, drawings, specifications. PDF, pictures, Office, CSV; up to 10 MB each.',
  size: '{{size}} kB',
  threat: 'Held malware ({{threat}}) and was destroyed. Attach a clean file.',
  remove: 'Remove',
  removeOne: 'Remove {{name}}',
  removeAsk: 'Remove {{name}}? The file is deleted.',
  scan: { waiting: 'Being checked', clean: 'Clean', infected: 'Infected' },
} as const;
