export const en = {
  title: 'Your workspaces',
  search: 'Search workspaces',
  headOffice: 'Head office',
  none: 'You are not a member of a workspace yet',
  noneHint: 'Ask your administrator to invite {{email}}; the invitation arrives by e-mail. Or open a company group of your own.',
  createGroup: 'Open a company group',
} as const;
