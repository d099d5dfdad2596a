import type { CodegenConfig } from '@graphql-codegen/cli';
import { existsSync } from 'node:fs';

/** The APIs have a printed schema each; an operation says by its file name which one it is for. */
const doors = ['group', 'unit', 'operator'] as const;
const out = process.env.CODEGEN_OUT ?? 'src/gql';

const scalars = {
  ID: 'string',
  UUID: 'string',
  Decimal: 'string',
  DateTime: 'string',
  Date: 'string',
  JSONString: 'string',
  JSON: 'unknown',
  Currency: 'string',
  TimeOfDay: 'string',
};

const config: CodegenConfig = {
  ignoreNoDocuments: true,
  generates: Object.fromEntries(
    doors
      .filter((door) => existsSync(`../graphql/${door}.graphql`))
      .map((door) => [
        `${out}/${door}/`,
        {
          schema: `../graphql/${door}.graphql`,
          documents: [`src/**/*.${door}.graphql`, ...(door === 'operator' ? [] : ['src/**/*.both.graphql'])],
          preset: 'client',
          presetConfig: { fragmentMasking: false, persistedDocuments: { mode: 'embedHashInDocument' } },
          config: { documentMode: 'string', useTypeImports: true, enumsAsTypes: true, strictScalars: true, scalars, immutableTypes: true },
        },
      ]),
  ),
};

export default config;
