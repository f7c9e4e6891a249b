const temporalInSandbox = 'node_modules/@temporalio/(workflow|common)/';

/** The arrows of docs/architecture.md, as rules. */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^domain/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^domain/' },
    },
    {
      name: 'contract-is-thin',
      severity: 'error',
      from: { path: '^workflows/contract/' },
      to: { pathNot: ['^domain/', '^workflows/contract/', temporalInSandbox] },
    },
    {
      name: 'workflows-are-sandboxed',
      severity: 'error',
      from: { path: '^workflows/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^domain/', '^workflows/', temporalInSandbox] },
    },
    {
      name: 'workflows-never-reach-io',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { reachable: true, path: ['^(src|activities)/', 'node_modules/(typeorm|pg|@nestjs|date-holidays)/'] },
    },
    {
      name: 'one-door-into-workflows',
      severity: 'error',
      from: { pathNot: '^(workflows|test)/' },
      to: { path: '^workflows/', pathNot: '^workflows/contract/' },
    },
    {
      name: 'activities-know-no-framework',
      severity: 'error',
      from: { path: '^activities/' },
      to: {
        path: [
          '^(src|console|portal)/',
          'node_modules/(typeorm|@nestjs)/',
          'node_modules/@temporalio/(client|worker|workflow)/',
        ],
      },
    },
    {
      name: 'screens-see-domain-only',
      severity: 'error',
      from: { path: '^(console|portal)/' },
      to: { path: '^(src|workflows|activities)/' },
    },
    {
      name: 'sql-stays-in-database',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/database/' },
      to: { path: 'node_modules/typeorm/' },
    },
    {
      name: 'one-import-of-date-holidays',
      severity: 'error',
      from: { pathNot: '^src/adapters/french-holidays' },
      to: { path: 'node_modules/date-holidays/' },
    },
    {
      name: 'no-test-code-in-product',
      severity: 'error',
      from: { pathNot: '(^test/|\\.spec\\.ts$)' },
      to: { path: '(^test/|\\.spec\\.ts$)' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^dist/|^console/dist/|^node_modules/.*\\.d\\.ts$)' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.d.ts', '.json'],
    },
  },
};
