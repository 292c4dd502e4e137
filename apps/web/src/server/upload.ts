/** Owns sending a file to the server, with its progress. */
import type { Problem, StoredFile } from '@yimen/contracts';
import { currentLanguage } from '../language';
import { ProblemError, proof } from './client';

export interface Sending {
  readonly file: File;
  /** Names this sending, however often it is tried. */
  readonly key: string;
  readonly area: string | undefined;
  /** From 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Uploads a file; every failure is a `ProblemError`. `fetch` tells nothing of what is sent so far. */
export function uploadFile({ file, key, area, onProgress, signal }: Sending): Promise<StoredFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1/files${area ? `?${new URLSearchParams({ area })}` : ''}`);
    const headers = { 'accept-language': currentLanguage(), 'idempotency-key': key, ...proof() };
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener('load', () => {
      const body = answerOf(request.responseText);
      if (request.status === 201) resolve(body as StoredFile);
      else reject(new ProblemError(request.status, body as Partial<Problem>));
    });
    for (const end of ['error', 'abort', 'timeout'])
      request.addEventListener(end, () => reject(new ProblemError(0, {})));
    signal.addEventListener('abort', () => request.abort());
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}

function answerOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
