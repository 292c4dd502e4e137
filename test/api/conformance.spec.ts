import { afterAll } from '@jest/globals';
import { describeConformance } from '../conformance/conformance.js';
import { freshServer } from './server.js';

const server = await freshServer();
afterAll(() => server.stop());

describeConformance('HTTP', (edition, inputs) =>
  Promise.all(
    inputs.map(async (facts) => (await server.http.post('/api/v1/evaluate').send({ edition: edition.id, facts })).body),
  ),
);
