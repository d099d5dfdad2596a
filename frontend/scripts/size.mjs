// Measures what a first visit downloads (entry, its static imports and styles, one language,
// the heaviest of the screens a visitor can land on) and refuses more than the limit.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const LIMIT = 350 * 1024;
const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));
const FIRST_SCREENS = /features\/(accounts\/Login|home\/[A-Za-z]+Page|directory\/HqOverview)/;

const gzip = (file) => gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length;

function graph(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) graph(next, seen);
  return seen;
}

function bytes(keys) {
  const files = new Set();
  for (const key of keys) {
    files.add(manifest[key].file);
    for (const css of manifest[key].css ?? []) files.add(css);
  }
  return [...files].reduce((sum, file) => sum + gzip(file), 0);
}

const entries = Object.keys(manifest).filter((key) => manifest[key].isEntry);
const base = new Set(entries.flatMap((key) => [...graph(key)]));
const extra = (key) => bytes([...graph(key)].filter((each) => !base.has(each)));
const dynamic = Object.keys(manifest).filter((key) => manifest[key].isDynamicEntry);
const heaviest = (keys) => keys.map((key) => [key, extra(key)]).sort((a, b) => b[1] - a[1])[0] ?? ['none', 0];

const [language, languageBytes] = heaviest(dynamic.filter((key) => /app\/languages\//.test(key)));
const [screen, screenBytes] = heaviest(dynamic.filter((key) => FIRST_SCREENS.test(key)));
const entryBytes = gzip('index.html') + bytes(base);
const total = entryBytes + languageBytes + screenBytes;

const kb = (value) => `${(value / 1024).toFixed(1)} kB`;
process.stdout.write(`entry ${kb(entryBytes)} + ${language} ${kb(languageBytes)} + ${screen} ${kb(screenBytes)} = ${kb(total)} gzip (limit ${kb(LIMIT)})\n`);
for (const key of dynamic) if (!/languages/.test(key)) process.stdout.write(`  ${kb(extra(key)).padStart(9)}  ${key}\n`);
if (total > LIMIT) {
  process.stderr.write('The first load is over its limit.\n');
  process.exit(1);
}
