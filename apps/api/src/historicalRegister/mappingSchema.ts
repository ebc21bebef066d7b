import { type HistoricalField, historicalFields } from '@bienfonde/domain'
import { encodings } from './fileNature.ts'
import { fieldKeys, fileKeys, type KeyShape, mappingKeys } from './mappingKeys.ts'

type Schema = Record<string, unknown>

const text = { type: 'string', pattern: '\\S' }

/** The values that a field can be given. */
function allowedIn(field: HistoricalField): Schema {
  if (field.kind === 'YES_NO') return { type: ['boolean', 'null'] }
  if (field.kind === 'CODE') return { enum: [...field.table.map(({ code }) => code), null] }
  return { type: ['string', 'null'], pattern: '\\S' }
}

function shapeOf({ kind }: KeyShape, value: Schema): Schema {
  switch (kind) {
    case 'TEXT':
      return text
    case 'TEXTS':
      return { type: 'array', items: text }
    case 'SEPARATOR':
      return { type: 'string', minLength: 1, maxLength: 1 }
    case 'LINE':
      return { type: 'integer', minimum: 1, maximum: 100 }
    case 'ENCODING':
      return { enum: [...encodings] }
    case 'CODES':
      return { type: 'object', additionalProperties: value }
    case 'VALUE':
      return value
    case 'GROUP':
      return { type: 'object' }
  }
}

function group(keys: Record<string, KeyShape>, value: Schema, more: Record<string, Schema> = {}): Schema {
  const properties = Object.entries(keys).map(([name, shape]) => [
    name,
    { description: shape.says, ...shapeOf(shape, value), ...more[name] },
  ])
  const required = Object.entries(keys).flatMap(([name, shape]) => (shape.required ? [name] : []))
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  }
}

function fieldSchema(field: HistoricalField): Schema {
  const { label, kind } = field
  const schema = group(fieldKeys(field), allowedIn(field), { formats: { minItems: 1 } })
  const sources =
    kind === 'DATE'
      ? { required: ['column', 'formats'] }
      : { oneOf: [{ required: ['column'] }, { required: ['constant'] }] }
  return { description: `${label}.`, ...schema, ...sources }
}

/** The JSON Schema of a mapping, as it is published for editors and scripts. */
export function mappingSchema(): Schema {
  const fields = {
    ...{ type: 'object', required: ['receivedOn'], additionalProperties: false },
    properties: Object.fromEntries(historicalFields.map(field => [field.code, fieldSchema(field)])),
  }
  const more = {
    register: { pattern: '^[a-z0-9][a-z0-9-]{0,59}$' },
    file: group(fileKeys, {}),
    fields,
  }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Mappage d’un registre antérieur',
    description: 'Ce que chaque colonne d’un registre CSV ou XLSX dit des plaintes, pour « bienfonde import ».',
    ...group(mappingKeys, {}, more),
  }
}
