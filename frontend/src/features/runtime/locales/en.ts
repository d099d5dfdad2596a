import { words } from '../words.en';

export const en = {
  ...words,
  audit: {
    title: 'Audit trail',
    intro: 'Every change, as it was made. Entries can be neither changed nor deleted.',
    at: 'When',
    actor: 'Who',
    action: 'Action',
    code: 'Code',
    subject: 'What',
    subjectType: 'Kind',
    change: 'Change',
    reason: 'Reason',
    ip: 'From',
    request: 'Request',
    field: 'Field',
    before: 'Before',
    after: 'After',
    empty: 'Nothing has been changed yet',
    emptyHint: 'Each change appears here the moment it is made.',
  },
} as const;
