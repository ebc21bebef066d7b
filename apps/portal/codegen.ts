import type { CodegenConfig } from '@graphql-codegen/cli'

/** Types every question and step of the portal from the published contract, and lists them for the server. */
const config: CodegenConfig = {
  schema: '../../packages/schema/schema.graphql',
  documents: ['src/**/*.{ts,vue}', '!src/graphql/**'],
  ignoreNoDocuments: true,
  generates: {
    './src/graphql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false, persistedDocuments: true },
      config: {
        useTypeImports: true,
        inputMaybeValue: 'T | null | undefined',
        enumsAsTypes: true,
        scalars: { LocalDate: 'string', Instant: 'string', JSON: 'unknown', JSONObject: 'unknown' },
      },
    },
  },
}

export default config
