import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Application } from '@/app/Application';
import { languageFiles } from '@/app/languages';
import { startLanguages } from '@/shared/i18n/runtime';
import '@/app/base.css';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element.');

await startLanguages(languageFiles);
createRoot(root).render(
  <StrictMode>
    <Application />
  </StrictMode>,
);
