import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { operations } from './operations.vite.ts';

const backend = process.env.HANSE_WEB_URL ?? 'http://127.0.0.1:8000';
// The server accepts changes from its own origin only.
const proxied = { target: backend, changeOrigin: true, headers: { Origin: backend } };
const doors = ['^/graphql', '^/operator/graphql', '^/u/[^/]+/graphql', '^/_allauth/', '^/files/', '^/live'];

/** The server reads the documents of the build it serves: pages send hashes instead of texts. */
function documents(): Plugin {
  return {
    name: 'hanse-documents',
    apply: 'build',
    writeBundle: ({ dir = 'dist' }) => {
      mkdirSync(`${dir}/documents`, { recursive: true });
      for (const door of ['group', 'unit', 'operator']) {
        const source = `src/gql/${door}/persisted-documents.json`;
        if (existsSync(source)) copyFileSync(source, `${dir}/documents/${door}.json`);
      }
    },
  };
}

/** GraphiQL brings its fonts along as `data:`, which the content security policy does not load: it has the system's. */
function withoutFontsOfGraphiql(): Plugin {
  return {
    name: 'hanse-graphiql-fonts',
    enforce: 'pre',
    transform: (code, id) => (/graphiql\/dist\/style\.css$/.test(id) ? code.replace(/@font-face\s*\{[^}]*\}/g, '') : undefined),
  };
}

export default defineConfig({
  plugins: [operations(), react(), documents(), withoutFontsOfGraphiql()],
  base: '/',
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    target: 'es2022',
    manifest: true,
    sourcemap: false,
    // Nothing is inlined, so that the content security policy needs no `data:` or inline script.
    assetsInlineLimit: 0,
    // GraphiQL is a page of its own, for developers; nothing of it is in the first load of the product.
    rolldownOptions: { input: ['index.html', 'graphiql.html'] },
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 900,
  },
  server: { host: '127.0.0.1', fs: { allow: ['.', '../docs'] }, proxy: Object.fromEntries(doors.map((door) => [door, proxied])) },
  test: {
    environment: 'jsdom',
    globals: false,
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/test/setup.ts'],
    pool: 'threads',
    maxWorkers: 2,
    css: false,
  },
});
