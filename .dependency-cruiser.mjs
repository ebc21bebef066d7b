/** The walls of the house: each says in a sentence what may not lean on what. */
const wall = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

const domain = '^packages/domain/src'
const steps = `${domain}/steps`

export default {
  forbidden: [
    wall('no-circle', 'Nothing leans, even far away, on what leans on it.', {}, { circular: true }),
    wall(
      'domain-depends-on-nothing',
      'The process depends on no library, no platform and no other package.',
      { path: domain, pathNot: '\\.spec\\.ts$|/invariants/|/testing/' },
      { pathNot: domain },
    ),
    wall(
      'tables-first',
      'The published words know nothing of dossiers.',
      { path: `${domain}/tables`, pathNot: '\\.spec\\.ts$' },
      {
        path: `${domain}/(complaint|step|events|steps|letters|progress|reachability)`,
      },
    ),
    wall(
      'events-know-tables-only',
      'Events are for good: they know codes, never rules.',
      { path: `${domain}/events\\.ts$` },
      {
        path: `${domain}/(complaint|step|steps|letters|progress|reachability)`,
      },
    ),
    wall(
      'steps-are-strangers',
      'A step knows its own room; what two rooms share stands above them.',
      { path: `${steps}/([^/]+)/`, pathNot: '\\.spec\\.ts$' },
      { path: steps, pathNot: `${steps}/$1/` },
    ),
    wall(
      'trials-stay-out',
      'What only trials need is not shipped.',
      { path: '^(apps|packages)/[^/]+/src', pathNot: '\\.(spec|stories)\\.ts$|/testing/|/invariants/' },
      {
        path: '/(testing|invariants)/|\\.spec\\.ts$',
      },
    ),
    wall(
      'apps-are-strangers',
      'The portal knows the API by its published contract alone.',
      { path: '^apps/portal' },
      { path: '^apps/api' },
    ),
    wall(
      'api-knows-no-portal',
      'The API serves the portal without knowing it.',
      { path: '^apps/api' },
      { path: '^apps/portal' },
    ),
    wall(
      'ui-knows-no-complaint',
      'Fields and frames serve any product.',
      { path: '^packages/ui' },
      { path: '^(apps|packages/(domain|schema))' },
    ),
    wall(
      'one-writer',
      'Only the journal appends to the journal.',
      { path: '^apps/api/src', pathNot: '^apps/api/src/journal/|\\.spec\\.ts$' },
      { path: '^apps/api/src/journal/append\\.ts$' },
    ),
    wall(
      'queries-never-write',
      'A question changes nothing.',
      { path: '^apps/api/src/queries/', pathNot: '\\.spec\\.ts$' },
      { path: '^apps/api/src/(journal/perform|vault/(deposit|dispose|disclose))\\.ts$' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules|/dist/' },
    exclude: { path: '(^|/)(dist|storybook-static|node_modules)/|/src/graphql/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
  },
}
