/** `npm test`: installs, builds and runs every suite this machine can run, fast ones first. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, install, root } from './steps.mjs';

const strict = process.env.CI === 'true';
const found = (...paths) => paths.some((path) => path && existsSync(path));
const privateMariadb = found(
  '/usr/sbin/mariadbd',
  '/usr/bin/mariadbd',
  '/usr/sbin/mysqld',
  '/usr/bin/mysqld',
  '/usr/local/bin/mysqld',
);
const mariadb = Boolean(process.env.TEST_MYSQL_URL) || privateMariadb;
const chromium = found(
  process.env.CHROME_PATH,
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
);

const suites = [
  { name: 'units, engine, conformance', project: 'unit', database: 'sqlite', can: true },
  { name: 'server on SQLite', project: 'api', database: 'sqlite', can: true },
  {
    name: 'server on MariaDB',
    project: 'api',
    database: 'mariadb',
    can: mariadb,
    get: 'MariaDB: apt-get install mariadb-server, or set TEST_MYSQL_URL',
  },
  { name: 'faults on SQLite', project: 'faults', database: 'sqlite', can: true },
  {
    name: 'faults on MariaDB',
    project: 'faults',
    database: 'mariadb',
    can: privateMariadb,
    get: 'MariaDB that may be killed: apt-get install mariadb-server',
  },
  {
    name: 'browser on SQLite',
    project: 'browser',
    database: 'sqlite',
    can: chromium,
    get: 'Chromium: apt-get install chromium, or set CHROME_PATH',
  },
  {
    name: 'browser on MariaDB',
    project: 'browser',
    database: 'mariadb',
    // Two long stories that store through the pages, once more: the server's own suite runs on both databases.
    only: ['browser/(records|studio-year)'],
    can: chromium && mariadb,
    get: 'Chromium and MariaDB',
  },
];

/** Runs one suite and counts its tests. */
function runSuite({ name, project, database, only = [] }, chosen) {
  const patterns = chosen.length > 0 ? chosen : only;
  console.log(`\n› ${name}`);
  const report = join(mkdtempSync(join(tmpdir(), 'yimen-test-')), 'report.json');
  const args = [
    '--experimental-vm-modules',
    '--no-warnings',
    'node_modules/jest/bin/jest.js',
    '--selectProjects',
    project,
    '--json',
    `--outputFile=${report}`,
    ...patterns,
  ];
  if (patterns.length > 0) args.push('--passWithNoTests');
  // The JSON goes to the file; what jest tells people goes to standard error.
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, TEST_DATABASE: database },
  });
  const {
    numPassedTests = 0,
    numFailedTests = 0,
    numRuntimeErrorTestSuites = 0,
  } = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  return { passed: numPassedTests, failed: status === 0 ? failed : Math.max(1, failed) };
}

install();
build();
const totals = { passed: 0, failed: 0 };
for (const suite of suites) {
  if (!suite.can) {
    console.log(`\n! left out: ${suite.name}. Needs ${suite.get}.`);
    if (strict) totals.failed += 1;
    continue;
  }
  const { passed, failed } = runSuite(suite, process.argv.slice(2));
  totals.passed += passed;
  totals.failed += failed;
}
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed === 0 ? 0 : 1);
