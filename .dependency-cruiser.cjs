/**
 * Who may import whom. The table in docs/architecture.md says the same in words.
 * A folder may always import itself.
 */
const may = {
  core: [],
  i18n: [],
  vietnamese: [],
  newspapers: ['core'],
  archive: ['core', 'i18n'],
  crawlers: ['core', 'newspapers', 'archive'],
  parsers: ['core', 'vietnamese', 'newspapers'],
  indexer: ['core', 'vietnamese'],
  queue: ['core', 'newspapers', 'archive', 'crawlers', 'parsers', 'indexer'],
  'press-review': ['core', 'i18n'],
  app: [
    'core',
    'vietnamese',
    'newspapers',
    'archive',
    'crawlers',
    'parsers',
    'indexer',
    'queue',
    'press-review',
    'i18n',
  ],
  web: ['core', 'i18n', 'vietnamese', 'newspapers', 'archive', 'indexer', 'press-review', 'app'],
  demo: ['core', 'newspapers'],
  cli: [
    'core',
    'i18n',
    'vietnamese',
    'newspapers',
    'archive',
    'crawlers',
    'parsers',
    'indexer',
    'queue',
    'press-review',
    'app',
    'web',
    'demo',
  ],
};
const folders = [...Object.keys(may), 'test', 'bench', 'tools'];

/** A package and the only place that may import it. */
const homes = {
  meilisearch: '^indexer/engines/meilisearch',
  'bullmq|ioredis|@bull-board': '^queue/drivers/bullmq',
  '@crawlee': '^crawlers/',
  libsql: '^core/sqlite\\.ts$',
  kysely: '^archive/',
  cheerio: '^(parsers|crawlers|press-review/docx)/',
  '@mozilla/readability|linkedom': '^parsers/generic/',
  docx: '^press-review/docx/',
  nodemailer: '^app/send/',
  'prom-client': '^app/metrics',
  '@node-rs/argon2': '^app/accounts/password\\.ts$',
};

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'not-resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    ...Object.entries(may).map(([from, allowed]) => ({
      name: `${from}-imports`,
      severity: 'error',
      from: { path: `^${from}/` },
      to: { path: `^(${folders.filter((f) => f !== from && !allowed.includes(f)).join('|')})/` },
    })),
    {
      name: 'queue-drivers-see-port-and-jobs-only',
      severity: 'error',
      from: { path: '^queue/drivers/' },
      to: { path: '^(newspapers|archive|crawlers|parsers|indexer|queue/handlers)/' },
    },
    ...Object.entries(homes).map(([name, home]) => ({
      name: `${name.replaceAll('|', '-')}-home`,
      severity: 'error',
      from: { pathNot: `${home}|^(test|bench)/` },
      to: { path: `^node_modules/(${name})/` },
    })),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(node_modules|dist|data)/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
