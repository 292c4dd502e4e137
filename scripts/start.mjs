/** `npm start`: installs and builds what is missing and starts the server. */
import { build, install, start } from './steps.mjs';

install();
build();
start('apps/api/dist/server/main.js', { NODE_ENV: 'production' });
