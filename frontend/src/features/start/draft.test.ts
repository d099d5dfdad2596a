import { beforeEach, describe, expect, it } from 'vitest';
import { dropDraft, keepDraft, keptDraft } from './draft';

describe('what was typed before a reload', () => {
  beforeEach(() => sessionStorage.clear());

  it('is there again', () => {
    keepDraft({ groupName: '海港' });
    expect(keptDraft()).toEqual({ groupName: '海港' });
  });

  it('is gone once it was sent', () => {
    keepDraft({ groupName: 'Harbour' });
    dropDraft();
    expect(keptDraft()).toEqual({});
  });

  it('is nothing when it cannot be read', () => {
    sessionStorage.setItem('hanse.start', '{');
    expect(keptDraft()).toEqual({});
  });
});
