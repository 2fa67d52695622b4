// What each folder may import. Patterns are anchored to the root of the tree, so that `adapters/domain-x` is not taken for `domain`.
// Every rule has a planted violation in test/walls/planted, in a file named after it; a rule without one fails test/walls/walls.test.ts.

const PACKAGES = '(^|/)node_modules/';
const packages = (...names) => `${PACKAGES}(${names.join('|')})(/|$)`;
const folders = (...names) => `^(${names.join('|')})/`;

const TRIES_THINGS = folders('stack', 'bench', 'test');
const BUILD_FILES = ['^[^/]+\\.(js|cjs|ts)$', '^web/[^/]+\\.config\\.ts$'];
const NODE = ['core'];
/** Gone once the types are stripped. `import { type A }` is not: it still loads the module. */
const TYPES = ['pre-compilation-only'];

/** Clients of outside systems: their types end at the folder of their adapter. */
const CLIENTS = {
  mongo: ['mongoose', 'mongodb', 'bson'],
  kafka: ['kafkajs'],
  temporal: ['@temporalio/client', '@temporalio/worker'],
  identity: ['jose'],
  metrics: ['prom-client'],
};
const ADAPTER_TARGETS = [
  folders('adapters', 'domain', 'schemas', 'config'),
  packages(...Object.values(CLIENTS).flat(), '@temporalio/common', 'zod'),
];

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const clientRules = Object.entries(CLIENTS).map(([system, clients]) =>
  rule(
    `client-of-${system}-stays-in-its-adapter`,
    `Only adapters/${system} knows ${clients.join(', ')}, so that the client can change alone; who tries things from outside brings its own.`,
    { pathNot: [folders(`adapters/${system}`), TRIES_THINGS, '^sandbox/', PACKAGES] },
    { path: packages(...clients) },
  ),
);

module.exports = {
  forbidden: [
    rule(
      'domain-imports-nothing',
      'The rules are pure, without npm and Node, so that server, browser and workflow run the very same ones.',
      { path: '^domain/' },
      { pathNot: '^domain/' },
    ),
    rule(
      'domain-wings-stand-on-the-ground',
      'What time it is, what the law says, who people are and how money moves is true without any claim; a claim and a scholarship stand on that.',
      { path: '^domain/(format|law|time|people|money)/' },
      { path: '^domain/(claim|scholarship|readiness)/' },
    ),
    rule(
      'a-claim-knows-no-scholarship',
      'A claim says that a child has a right; the years of it are another story with a journal of its own.',
      { path: '^domain/claim/' },
      { path: '^domain/scholarship/entitlement/' },
    ),
    rule(
      'schemas-import-domain-and-zod',
      'Shapes are built from the constants of domain, and the browser reads them too, so nothing of Node may come along.',
      { path: '^schemas/' },
      { pathNot: [folders('schemas', 'domain'), packages('zod')] },
    ),
    rule(
      'workflows-import-domain',
      'A workflow says what happens when; how it is done, Node built-ins and texts stay outside the replayed code.',
      { path: '^workflows/' },
      { pathNot: [folders('workflows', 'domain', 'activities', 'schemas'), PACKAGES] },
    ),
    rule(
      'workflows-use-temporal-only',
      '@temporalio/common is allowed beside @temporalio/workflow for the error types which only it exports; any other package is loaded again for each cached workflow.',
      { path: '^workflows/' },
      { path: PACKAGES, pathNot: packages('@temporalio/workflow', '@temporalio/common') },
    ),
    rule(
      'workflows-take-activities-and-schemas-as-types',
      'A value import would carry zod (twenty times the heap per cached workflow) or whole clients into the bundle; a type leaves no trace.',
      { path: '^workflows/' },
      { path: folders('activities', 'schemas'), dependencyTypesNot: TYPES },
    ),
    rule(
      'activities-import-domain-schemas-adapters-locales',
      'Activities do one outside thing each and know no workflow; what people and events from outside may cause is said in services, which they do not know either.',
      { path: '^activities/' },
      {
        pathNot: [
          folders('activities', 'domain', 'schemas', 'adapters', 'locales'),
          packages('@temporalio/activity', '@temporalio/common'),
        ],
        dependencyTypesNot: NODE,
      },
    ),
    rule(
      'services-import-domain-schemas-adapters-locales',
      'What people and events from outside may cause, once for every door: no HTTP, no command line, no process.',
      { path: '^services/' },
      { pathNot: folders('services', 'domain', 'schemas', 'adapters', 'locales'), dependencyTypesNot: NODE },
    ),
    rule(
      'intake-answers-kafka-only',
      'services/intake does what an event from outside may cause; called by a person, it would be a second way round the rules of commands.',
      { path: '^(api|cli|services)/', pathNot: '^services/intake/' },
      { path: '^services/intake/' },
    ),
    rule(
      'adapters-import-domain-and-schemas',
      'An adapter turns an outside system into our words and decides nothing, so it needs no layer above it.',
      { path: '^adapters/', pathNot: '^adapters/temporal/' },
      { pathNot: ADAPTER_TARGETS, dependencyTypesNot: NODE },
    ),
    rule(
      'adapters-temporal-names-workflow-messages-for-all',
      'adapters/temporal may also import workflows/messages and workflows/workflow-ids: its claim gateway speaks for everyone else, so neither api nor activities name workflow messages.',
      { path: '^adapters/temporal/' },
      { pathNot: [...ADAPTER_TARGETS, '^workflows/(messages|workflow-ids)\\.ts$'], dependencyTypesNot: NODE },
    ),
    rule(
      'adapters-take-config-as-types',
      'Settings are read once at the door and handed in; an adapter that read them itself could not be pointed elsewhere by a test.',
      { path: '^adapters/' },
      { path: '^config/', dependencyTypesNot: TYPES },
    ),
    ...clientRules,
    rule(
      'api-imports-services-domain-schemas-adapters-locales',
      'An endpoint authorises, calls a service and formats; running claims are reached through the claim gateway, so workflows are not among these.',
      { path: '^api/' },
      {
        pathNot: [folders('api', 'services', 'domain', 'schemas', 'adapters', 'locales'), packages('fastify', '@fastify/[^/]+', 'zod')],
        dependencyTypesNot: NODE,
      },
    ),
    rule(
      'cli-imports-no-door-but-boot',
      'A command is a door like the API: both stand on services, and neither on the other.',
      { path: '^cli/' },
      { path: folders('api', 'activities') },
    ),
    rule(
      'boot-is-what-processes-begin-with',
      'boot builds real things from the environment for every process; what a process then does with them is not its affair.',
      { path: '^boot/' },
      { path: folders('api', 'cli', 'services') },
    ),
    rule(
      'processes-are-imported-by-nobody',
      'A file in workers begins a process as soon as it is loaded.',
      { pathNot: ['^workers/', TRIES_THINGS] },
      { path: '^workers/' },
    ),
    rule(
      'web-imports-domain-schemas-locales',
      'The browser runs the same actions table as the server and nothing that needs a server; its build files may use Node.',
      { path: '^web/', pathNot: BUILD_FILES },
      { pathNot: [folders('web', 'domain', 'schemas', 'locales'), PACKAGES] },
    ),
    rule(
      'workers-build-the-server',
      'The doors import every server folder and never the screens; sandbox, stack, bench and test have rules of their own below.',
      { path: '^workers/' },
      { path: '^web/' },
    ),
    rule(
      'locales-import-nothing',
      'Texts are read by server, browser, letters and messages alike, so whatever they imported would reach all of these.',
      { path: '^locales/' },
      { pathNot: '^locales/' },
    ),
    rule(
      'config-imports-nothing-of-ours',
      'Settings are read before anything else exists.',
      { path: '^config/' },
      { pathNot: ['^config/', PACKAGES], dependencyTypesNot: NODE },
    ),
    rule(
      'sandbox-imports-schemas',
      'The simulated outside world shares border shapes only, or it would agree with our mistakes; like any stranger it speaks HTTP, signs and checks, hence zod, fastify, jose and Node.',
      { path: '^sandbox/' },
      { pathNot: [folders('sandbox', 'schemas'), packages('zod', 'fastify', 'jose')], dependencyTypesNot: NODE },
    ),
    rule(
      'sandbox-does-not-ship',
      'stack, bench and test start the simulated world; shipped code that knew it could treat it differently from the real one.',
      { pathNot: ['^sandbox/', TRIES_THINGS] },
      { path: '^sandbox/' },
    ),
    rule(
      'nobody-imports-stack-or-bench',
      'What starts servers or drives load is not there in production.',
      { pathNot: TRIES_THINGS },
      { path: folders('stack', 'bench') },
    ),
    rule(
      'nobody-imports-test',
      'Helpers of tests stay with the tests; what others need as well belongs to the code.',
      { pathNot: '^test/' },
      { path: '^test/' },
    ),
    rule(
      'no-cycles',
      'Files that need each other are one file or hide a third, and the order of loading begins to matter.',
      {},
      { circular: true },
    ),
    rule(
      'no-orphans',
      'A file which imports nothing and which nobody imports is dead, except where something else starts it.',
      { orphan: true, pathNot: [...BUILD_FILES, '^(workers|bench)/[^/]+\\.ts$', '^stack/docker/', '\\.d\\.ts$'] },
      {},
    ),
    rule('no-unresolvable', 'An import the checker cannot follow has been judged by no rule.', {}, { couldNotResolve: true }),
    rule(
      'what-ships-needs-no-development-package',
      'Production installs without development packages; stack and bench run from a checkout.',
      { pathNot: [TRIES_THINGS, ...BUILD_FILES] },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: TYPES },
    ),
  ],
  options: {
    // Not followed instead of excluded: an excluded file is not seen as a target either, and the rule about it could never fail.
    doNotFollow: { path: [PACKAGES, '^test/'] },
    exclude: { path: ['^\\.(run|git|stryker-tmp)/', '^(web/)?(coverage|reports|dist)/'] },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
