/** The nonce of this page's content security policy, put into the page by the server. */
export function readNonce(): string | undefined {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
  return nonce && nonce !== '__CSP_NONCE__' ? nonce : undefined;
}

/**
 * This will let every style element that scripts of this page create carry the nonce. The component library
 * does so for its themes, but not for the small rules it adds while a dialog is open.
 */
export function carryNonce(): void {
  const nonce = readNonce();
  if (!nonce) return;
  const create = document.createElement.bind(document) as (name: string, options?: ElementCreationOptions) => HTMLElement;
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  }) as typeof document.createElement;
}
