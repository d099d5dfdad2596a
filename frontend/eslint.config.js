import { readdirSync } from 'node:fs';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const features = readdirSync(new URL('./src/features', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const banned = (patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

// A feature never imports another feature, and shared code knows neither features nor the app.
const walls = features.map((name) => ({
  files: [`src/features/${name}/**`],
  rules: banned([
    {
      group: ['@/app', '@/app/*', ...features.filter((other) => other !== name).flatMap((other) => [`@/features/${other}`, `@/features/${other}/*`, `**/features/${other}/**`])],
      message: 'A feature imports only itself, shared and gql.',
    },
  ]),
}));

export default tseslint.config(
  { ignores: ['dist', 'src/gql/*/*.ts', 'test-results'] },
  ...tseslint.configs.strict,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: {
      ...hooks.configs.recommended.rules,
      'max-lines': ['error', 250],
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-invalid-void-type': 'off',
    },
  },
  // Language files are tables of sentences; their length is that of the product.
  { files: ['src/**/locales/*.ts'], rules: { 'max-lines': 'off' } },
  {
    files: ['src/shared/**'],
    rules: banned([{ group: ['@/app', '@/app/*', '@/features/*'], message: 'Shared code knows neither features nor the app.' }]),
  },
  ...walls,
);
