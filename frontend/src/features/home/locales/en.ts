export const en = {
  title: 'Your workspaces',
  search: 'Search workspaces',
  headOffice: 'Head office',
  none: 'You are not a member of a workspace yet',
  noneHint: 'Ask your administrator to invite {{email}}. The invitation arrives by e-mail.',
} as const;
