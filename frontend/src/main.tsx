import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Application } from '@/app/Application';
import { languageFiles } from '@/app/languages';
import { carryNonce } from '@/app/nonce';
import { provideRandomIds } from '@/app/randomIds';
import { startLanguages } from '@/shared/i18n/runtime';
import '@/app/base.css';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element.');

carryNonce();
provideRandomIds();

// After an update the server no longer has the files of the page that is open: load it anew, once.
const RELOADED = 'hanse.reloaded';
window.addEventListener('vite:preloadError', () => {
  if (sessionStorage.getItem(RELOADED) === location.href) return;
  sessionStorage.setItem(RELOADED, location.href);
  location.reload();
});

await startLanguages(languageFiles);
createRoot(root).render(
  <StrictMode>
    <Application />
  </StrictMode>,
);
