/** Who may import whom. A room not listed is out of bounds; ARCHITECTURE.md says why. */
const stage = ['document', 'text', 'lexicon', 'model', 'pipeline'];
const MAY_IMPORT = {
  document: [],
  text: [],
  config: [],
  pipeline: ['document'],
  lexicon: ['document', 'text'],
  model: ['document', 'text'],
  ingest: ['document', 'text', 'config'],
  clean: ['document', 'text', 'lexicon', 'model'],
  annotate: stage,
  resolve: stage,
  extract: stage,
  consolidate: ['document', 'text', 'lexicon', 'model'],
  store: ['document'],
  review: ['document', 'store'],
  export: ['document', 'store'],
  serve: ['document', 'store', 'review', 'export', 'config'],
  // cli/, worker/, src/stages.ts and src/index.ts wire rooms together and may import any of them.
};
const PURE = '^src/(document|text|pipeline|clean|annotate|resolve|extract|consolidate)/';
const TEST = '\\.test\\.ts$';

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    ...Object.entries(MAY_IMPORT).map(([room, rooms]) => ({
      name: `${room}-out-of-bounds`,
      severity: 'error',
      from: { path: `^src/${room}/`, pathNot: TEST },
      to: { path: '^src/', pathNot: [`^src/(${[room, ...rooms].join('|')})/`, '^src/errors\\.ts$'] },
    })),
    {
      name: 'pure-rooms-do-no-io',
      severity: 'error',
      from: { path: PURE, pathNot: TEST },
      // Hashing is arithmetic; eslint keeps the rest of node:crypto out of the pure rooms.
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(assert|util|url|path|crypto)$' },
    },
    {
      name: 'only-store-knows-the-database',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/store/' },
      to: { path: '(better-sqlite3|kysely|^pg$)' },
    },
    {
      name: 'web-knows-only-the-wire',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^src/', pathNot: '^src/serve/wire\\.ts$' },
    },
    {
      name: 'nothing-imports-the-workbench',
      severity: 'error',
      from: { path: '^(src|web)/', pathNot: TEST },
      to: { path: '^(training|evaluation|bench|scripts|test)/' },
    },
    {
      name: 'nothing-imports-the-wiring',
      severity: 'error',
      from: { path: '^src/(?!cli/|worker/|stages\\.ts|index\\.ts)', pathNot: TEST },
      to: { path: '^src/(cli|worker)/|^src/(stages|index)\\.ts$' },
    },
    {
      name: 'declared-dependencies-only',
      severity: 'error',
      from: { path: '^src/', pathNot: TEST },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'unknown'],
        dependencyTypesNot: ['type-only'],
      },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
  },
};
