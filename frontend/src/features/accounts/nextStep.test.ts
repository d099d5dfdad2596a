import { describe, expect, it } from 'vitest';
import { keepNext, nextStep, safeNext, takeNext } from './nextStep';

describe('after the login', () => {
  it('goes back to a page of this site', () => {
    expect(safeNext('/g/1/units?q=a')).toBe('/g/1/units?q=a');
  });

  it.each(['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', 'javascript:alert(1)', '', null])(
    'never follows %s',
    (next) => {
      expect(safeNext(next)).toBe('/');
    },
  );

  it('remembers where a newcomer wanted to go, once', () => {
    keepNext('/start');
    expect([takeNext(), takeNext()]).toEqual(['/start', '/']);
    keepNext('/start');
    keepNext('/');
    expect(takeNext()).toBe('/');
  });

  it('asks for the second factor and keeps the way back', () => {
    const answer = { status: 401, data: { flows: [{ id: 'login' }, { id: 'mfa_authenticate', is_pending: true }] }, meta: { is_authenticated: false } };
    expect(nextStep(answer, '/g/1')).toBe('/login/second-factor?next=%2Fg%2F1');
  });

  it('sends a person with an unconfirmed address to the mailbox', () => {
    expect(nextStep({ status: 401, data: { flows: [{ id: 'verify_email', is_pending: true }] } }, '/')).toBe('/account/verify-email');
  });
});
