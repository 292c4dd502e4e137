/** Owns proving documents apart from the server's own thread, within time and memory, and remembering what was proven. */
import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import { contentHash, type Issue } from '@yimen/config';
import type { DraftProof } from '@yimen/contracts';
import { Refusal } from '../refusal.js';
import type { Documents } from './draft.js';

/** What is proven of documents, whatever draft they are of. */
export type Proof = Omit<DraftProof, 'version'> & {
  /** Fact sets that the compiled edition and the reference were compared on. */
  readonly compared: number;
};

/** What to compare the compiled edition with json-rules-engine on. */
export interface Comparison {
  readonly samples: number;
  readonly seed: number;
  /** Answers of stored records by form, of this edition or of another year's questions. */
  readonly stored: readonly Readonly<Record<string, unknown>>[];
}

const MOST_SECONDS = 120;
const MEMORY = { maxOldGenerationSizeMb: 512 } as const;

/** Threads at once: they are for people who wait, and the desks come first. */
const MOST_THREADS = 2;

/** Proofs kept; the same documents are asked for whenever somebody looks. */
const MOST_PROOFS = 50;

@Injectable()
export class Prover {
  private readonly known = new Map<string, Promise<Proof>>();
  private readonly waiting: (() => void)[] = [];
  private running = 0;

  /** The checks, cases and coverage of documents. */
  prove(id: string, documents: Documents): Promise<Proof> {
    // One level down, so that a `$schema`, which may be at fault, makes a difference.
    const key = contentHash({ [id]: documents });
    const proof = this.known.get(key) ?? this.apart({ id, documents });
    this.known.delete(key);
    this.known.set(key, proof);
    proof.catch(() => this.known.delete(key));
    for (const oldest of this.known.keys()) if (this.known.size > MOST_PROOFS) this.known.delete(oldest);
    return proof;
  }

  /** The same, compared with json-rules-engine as well. */
  compare(
    id: string,
    documents: Documents,
    compare: Comparison,
    onProgress: (done: number, total: number) => void,
    signal: AbortSignal,
  ): Promise<Proof> {
    return this.apart({ id, documents, compare }, onProgress, signal);
  }

  private async apart(
    data: unknown,
    onProgress: (done: number, total: number) => void = () => undefined,
    signal?: AbortSignal,
  ): Promise<Proof> {
    if (this.running >= MOST_THREADS) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.running += 1;
    try {
      signal?.throwIfAborted();
      return await inThread(data, onProgress, signal);
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }
}

type Message = { readonly proof: Proof } | { readonly done: number; readonly total: number };

async function inThread(
  workerData: unknown,
  onProgress: (done: number, total: number) => void,
  signal?: AbortSignal,
): Promise<Proof> {
  const worker = new Worker(new URL('./proof.worker.mjs', import.meta.url), { workerData, resourceLimits: MEMORY });
  const timer = setTimeout(() => void worker.terminate(), MOST_SECONDS * 1000);
  const stop = (): void => void worker.terminate();
  signal?.addEventListener('abort', stop);
  try {
    return await new Promise<Proof>((resolve, reject) => {
      worker.on('message', (message: Message) =>
        'proof' in message ? resolve(message.proof) : onProgress(message.done, message.total),
      );
      worker.once('error', (error: NodeJS.ErrnoException) =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooHeavy() : error),
      );
      worker.once('exit', () => reject(signal?.aborted ? signal.reason : tooHeavy()));
    });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
    await worker.terminate();
  }
}

const tooHeavy = (): Refusal =>
  new Refusal('unacceptable', 'too-heavy-to-prove', {
    zh: '规则过于复杂，检查没有在限定时间内完成，请拆分条件',
    en: 'The rules are too complex to be checked in time; split their conditions',
  });

/** Whether nothing found stands in the way of publishing. */
export const withoutErrors = (issues: readonly Issue[]): boolean =>
  issues.every(({ severity }) => severity !== 'error');
