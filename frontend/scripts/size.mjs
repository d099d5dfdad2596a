// Measures what a first visit downloads: the entry with its static imports and styles, one language's words, and
// the files of the screen a visitor lands on, whichever is heaviest. Refuses more than the limit.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const LIMIT = 350 * 1024;
const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));
const FRAME = ['src/app/SignedIn.tsx', 'src/app/Shell.tsx', 'src/app/Workspace.tsx'];
/** Where people land: before the login, and after it. */
const LANDINGS = [
  ['src/features/accounts/LoginPage.tsx'],
  ...['home/HomePage', 'home/UnitOverviewPage', 'directory/HqOverviewPage'].map((page) => [...FRAME, `src/features/${page}.tsx`]),
];

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

const entries = Object.keys(manifest).filter((key) => manifest[key].isEntry && key !== 'graphiql.html');
const base = new Set(entries.flatMap((key) => [...graph(key)]));
const extra = (keys) => bytes([...new Set(keys.flatMap((key) => [...graph(key)]))].filter((each) => !base.has(each)));
const dynamic = Object.keys(manifest).filter((key) => manifest[key].isDynamicEntry);
/** The words that are fetched for a screen: the common ones, its feature's, and the component library's, in Chinese (the heavier). */
const wordsOf = (screen) =>
  dynamic.filter((key) => /(shared\/locales\/zh-CN\.ts|antd\/es\/locale\/zh_CN\.js|dayjs\/locale\/zh-cn\.js)$/.test(key) || key === `src/features/${screen.split('/')[2]}/locales/zh-CN.ts`);
const kb = (value) => `${(value / 1024).toFixed(1)} kB`;

let heaviest = 0;
const lines = [];
for (const landing of LANDINGS.filter((keys) => keys.every((key) => manifest[key]))) {
  const total = gzip('index.html') + bytes(base) + extra([...landing, ...wordsOf(landing.at(-1))]);
  heaviest = Math.max(heaviest, total);
  lines.push(`${kb(total).padStart(9)}  first load of ${landing.at(-1)} (limit ${kb(LIMIT)})`);
}
const screens = dynamic.filter((key) => !/locales?\//.test(key)).map((key) => `${kb(extra([key])).padStart(9)}  ${key}`);
process.stdout.write([...lines, 'more when it is opened:', ...screens, ''].join('\n'));
if (heaviest > LIMIT) {
  process.stderr.write('The first load is over its limit.\n');
  process.exit(1);
}
