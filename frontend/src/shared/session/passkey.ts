import { auth, type AuthAnswer } from '@/shared/session/allauth';

type RequestOptions = { request_options: { publicKey: PublicKeyCredentialRequestOptionsJSON } };

type CreationOptions = { creation_options: { publicKey: PublicKeyCredentialCreationOptionsJSON } };

export const passkeysWork = (): boolean =>
  typeof PublicKeyCredential !== 'undefined' && typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function';

/** This will ask the browser for a signature by one of the person's keys; null when it is refused or given up. */
async function sign(options: RequestOptions): Promise<unknown> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options.request_options.publicKey);
  try {
    const credential = await navigator.credentials.get({ publicKey });
    return credential instanceof PublicKeyCredential ? credential.toJSON() : null;
  } catch {
    return null;
  }
}

async function signFor(path: string): Promise<AuthAnswer | null> {
  const asked = await auth<RequestOptions>('GET', path);
  if (asked.status !== 200 || !asked.data) return null;
  const credential = await sign(asked.data);
  return credential ? auth('POST', path, { credential }) : null;
}

export const signInWithPasskey = () => signFor('/auth/webauthn/login');
export const secondFactorWithPasskey = () => signFor('/auth/webauthn/authenticate');
export const reauthenticateWithPasskey = () => signFor('/auth/webauthn/reauthenticate');

/**
 * This will create a passkey in the browser and register it under a name.
 * Returns the server's answer (which may ask to sign in again first), or null when the person gave up.
 */
export async function addPasskey(name: string): Promise<AuthAnswer | null> {
  const path = '/account/authenticators/webauthn';
  const asked = await auth<CreationOptions>('GET', `${path}?passwordless`);
  if (asked.status !== 200 || !asked.data) return asked;
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(asked.data.creation_options.publicKey);
  try {
    const credential = await navigator.credentials.create({ publicKey });
    if (!(credential instanceof PublicKeyCredential)) return null;
    return await auth('POST', path, { name, credential: credential.toJSON() });
  } catch {
    return null;
  }
}
