/** `npm run build`: installs what is missing and builds everything. */
import { build, install } from './steps.mjs';

install();
build();
