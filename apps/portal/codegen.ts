import type { CodegenConfig } from '@graphql-codegen/cli'

const scalars = { LocalDate: 'string', Instant: 'string' }
const typing = { useTypeImports: true, inputMaybeValue: 'T | null | undefined', enumsAsTypes: true }

/** Types every question and step of the portal from the published contracts, and lists those that the server knows. */
const config: CodegenConfig = {
  ignoreNoDocuments: true,
  generates: {
    './src/graphql/': {
      schema: '../../packages/schema/schema.graphql',
      documents: ['src/**/*.{ts,vue}', '!src/graphql/**', '!src/statistics/overview/**'],
      preset: 'client',
      presetConfig: { fragmentMasking: false, persistedDocuments: true },
      config: { ...typing, scalars: { ...scalars, JSON: 'unknown', JSONObject: 'unknown' } },
    },
    // The statistics endpoint answers any question within its limits: none is listed.
    './src/graphql/statistics/': {
      schema: '../../packages/schema/statistics.graphql',
      documents: ['src/statistics/overview/**/*.ts'],
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: { ...typing, scalars },
    },
  },
}

export default config
