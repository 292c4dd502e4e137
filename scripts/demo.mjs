/** `npm run demo`: installs, builds and starts on the embedded database with sample data. */
import { build, install, start } from './steps.mjs';

install();
build();
start('apps/api/dist/server/main.js', {
  DATABASE_URL: '',
  DATA_DIR: process.env.DATA_DIR ?? 'data/demo',
  YIMEN_SAMPLE_DATA: '1',
});
