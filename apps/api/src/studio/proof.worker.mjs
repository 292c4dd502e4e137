// @ts-check
/**
 * Owns proving an edition in a thread of its own: its searches take seconds, and what administrators write may take
 * longer. JavaScript, so that the thread starts from the source as from the build.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { editionFromDocuments, factCarrier } from '@yimen/config';
import { compile } from '@yimen/engine';
import { caseResults, check, coverageOf } from '@yimen/engine/check';
import { compareWithReference } from '@yimen/engine/reference';

/** @type {{ id: string, documents: Record<string, unknown>, compare?: { samples: number, seed: number, stored: Record<string, unknown>[] } }} */
const { id, documents, compare } = workerData;

/** Proofs that are not done by then say so. */
const end = Date.now() + 60_000;

/** @param {import('@yimen/config').Edition} edition */
async function prove(edition) {
  const compiled = compile(edition);
  if (!compiled.ok) return { hash: edition.hash, issues: compiled.issues, cases: [], coverage: null, compared: 0 };
  const proof = {
    hash: edition.hash,
    issues: [...compiled.issues, ...check(edition, compiled, { stop: () => Date.now() > end })],
    cases: caseResults(edition, compiled),
    coverage: coverageOf(edition, compiled),
    compared: 0,
  };
  if (!compare) return proof;
  const { samples, seed, stored } = compare;
  // Answers to what this edition asks no longer, or asks otherwise, are passed over.
  const carry = factCarrier(edition);
  const agreement = await compareWithReference(edition, compiled, {
    samples,
    seed,
    facts: stored.map((answers) => carry(answers) ?? {}),
    onProgress: (done) => parentPort?.postMessage({ done, total: samples + stored.length }),
  });
  return { ...proof, issues: [...proof.issues, ...agreement.issues], compared: agreement.compared };
}

const read = editionFromDocuments(id, documents);
const proof = read.ok
  ? await prove(read.edition)
  : { hash: null, issues: read.issues, cases: [], coverage: null, compared: 0 };
parentPort?.postMessage({ proof });
