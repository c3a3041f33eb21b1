/**
 * The part of SARIF 2.1.0 (OASIS standard) that we write, as a JSON schema, strictly: what is not named here must not
 * be there. No package under a licence that fits carries the whole schema.
 */

const text = { type: 'string', minLength: 1 };
const number = { type: 'integer', minimum: 1 };
const level = { enum: ['none', 'note', 'warning', 'error'] };
const uri = { type: 'string', format: 'sarif-uri-reference' };

function object(required: readonly string[], properties: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { type: 'object', required, properties, additionalProperties: false };
}

function list(items: unknown): Record<string, unknown> {
  return { type: 'array', items };
}

/** 3.12: `text` is there; `markdown` may be there beside it. */
const multiformat = object(['text'], { text, markdown: text });
const message = object(['text'], { text, markdown: text });
const bag = { type: 'object', properties: { tags: { ...list(text), uniqueItems: true } } };
const artifactLocation = object(['uri'], { uri });
const region = object(['startLine'], {
  startLine: number,
  startColumn: number,
  endLine: number,
  endColumn: number,
  snippet: object(['text'], { text: { type: 'string' } }),
});
const physicalLocation = object(['artifactLocation'], { artifactLocation, region, contextRegion: region });
const location = object([], { id: { type: 'integer', minimum: -1 }, physicalLocation, message });
const rule = object(['id'], {
  id: text,
  name: text,
  shortDescription: multiformat,
  fullDescription: multiformat,
  help: multiformat,
  helpUri: { type: 'string', pattern: '^https://' },
  defaultConfiguration: object([], { level, enabled: { type: 'boolean' }, rank: { type: 'number' } }),
  properties: bag,
});
const result = object(['message'], {
  ruleId: text,
  ruleIndex: { type: 'integer', minimum: -1 },
  level,
  kind: { enum: ['notApplicable', 'pass', 'fail', 'review', 'open', 'informational'] },
  message,
  locations: list(location),
  relatedLocations: { ...list(location), uniqueItems: true },
  occurrenceCount: number,
  partialFingerprints: { type: 'object', additionalProperties: text },
  properties: bag,
});
const driver = object(['name'], {
  name: text,
  semanticVersion: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+' },
  version: text,
  informationUri: { type: 'string', pattern: '^https://' },
  rules: { ...list(rule), uniqueItems: true },
});
const run = object(['tool'], {
  tool: object(['driver'], { driver }),
  columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
  artifacts: {
    ...list(object([], { location: artifactLocation, length: { type: 'integer', minimum: -1 } })),
    uniqueItems: true,
  },
  results: list(result),
});

export const SARIF_SCHEMA = object(['version', 'runs'], {
  $schema: { type: 'string', pattern: '^https://' },
  version: { const: '2.1.0' },
  runs: list(run),
});
