// Writes the typed operations from the printed schemas. With --check: writes them elsewhere and refuses a difference.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';

const check = process.argv.includes('--check');
const committed = 'src/gql';
mkdirSync('node_modules/.cache', { recursive: true });
const out = check ? mkdtempSync('node_modules/.cache/codegen-') : committed;

const run = spawnSync('npx', ['--no-install', 'graphql-codegen', '--config', 'codegen.ts', '--silent'], {
  stdio: 'inherit',
  env: { ...process.env, CODEGEN_OUT: out },
});
if (run.status !== 0) process.exit(run.status ?? 1);

const files = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
        .sort()
    : [];

if (check) {
  const names = [...new Set([...files(out), ...files(committed)])];
  const text = (folder, name) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '');
  const drifted = names.filter((name) => text(out, name) !== text(committed, name));
  rmSync(out, { recursive: true });
  if (drifted.length > 0) {
    process.stderr.write(`The generated operations differ from the schemas: ${drifted.join(', ')}. Run npm run codegen.\n`);
    process.exit(1);
  }
}
