/** The import fences: what may know what. `npm run check` runs them; `test/fences` proves that each one bites. */
import swc from '@swc/core';

// Version 17 reads every file as TypeScript without JSX; version 18 reads .tsx but no longer runs on Node 20.
const parse = swc.parseFileSync;
swc.parseFileSync = (file, options) => parse(file, { ...options, tsx: file.endsWith('.tsx') });

const places = 'window|acceptance|studio|oversight|admin';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'config-knows-nobody',
      severity: 'error',
      from: { path: '(^|/)libs/config/src/' },
      to: { path: '(^|/)(libs/(engine|contracts)|apps)/|^@yimen/' },
    },
    {
      name: 'engine-knows-config-only',
      severity: 'error',
      from: { path: '(^|/)libs/engine/src/' },
      to: { path: '(^|/)(libs/contracts|apps)/|^@yimen/(?!config$)' },
    },
    {
      name: 'contracts-know-libs-only',
      severity: 'error',
      from: { path: '(^|/)libs/contracts/src/' },
      to: { path: '(^|/)apps/' },
    },
    {
      name: 'libs-know-no-platform',
      severity: 'error',
      from: { path: '(^|/)libs/[^/]+/src/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(node:|@nestjs/|typeorm|react)|node_modules/(@nestjs/|typeorm/|react/|react-dom/)' },
    },
    {
      name: 'libs-use-no-core-module',
      severity: 'error',
      from: { path: '(^|/)libs/[^/]+/src/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'apps-know-no-apps',
      severity: 'error',
      from: { path: '(^|/)apps/([^/]+)/' },
      to: { path: '(^|/)apps/([^/]+)/', pathNot: '(^|/)apps/$2/' },
    },
    {
      name: 'features-hide-entities',
      severity: 'error',
      from: { path: '(^|/)apps/api/src/([^/]+)/', pathNot: '(^|/)apps/api/src/database/' },
      to: { path: '(^|/)apps/api/src/[^/]+/.*\\.entity\\.(ts|js)$', pathNot: '(^|/)apps/api/src/$2/' },
    },
    {
      name: 'places-know-no-places',
      severity: 'error',
      from: { path: `(^|/)apps/web/src/(${places})/` },
      to: { path: `(^|/)apps/web/src/(${places})/`, pathNot: '(^|/)apps/web/src/$2/' },
    },
    {
      // Pages run no code made from text, and the check of patterns is a program of its own.
      name: 'editing-runs-in-pages',
      severity: 'error',
      from: { path: '(^|/)libs/engine/src/editing/' },
      to: { path: '(^|/)libs/engine/src/compile/(compile|firing)\\.ts$|node_modules/recheck/', reachable: true },
    },
    {
      name: 'packages-by-their-entry',
      severity: 'error',
      from: { path: '(^|/)(libs|apps)/([^/]+)/' },
      to: {
        path: '(^|/)libs/([^/]+)/(src|dist)/',
        pathNot: '(^|/)libs/$3/|(^|/)libs/[^/]+/(src|dist)/((check|reference|editing)/)?index\\.(ts|js|d\\.ts)$',
      },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules|(^|/)dist/' },
    exclude: { path: '(^|/)dist/assets/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
};
