/** Owns the files of one question on their way to the server: progress, failure, another try, giving up. */
import { useQueryClient } from '@tanstack/react-query';
import type { FileKind } from '@yimen/config';
import { mostFileBytes, type StoredFile } from '@yimen/contracts';
import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '../language';
import { ProblemError } from '../server/client';
import { fileQuery } from '../server/queries';
import { uploadFile } from '../server/upload';
import { fits, wordFor } from './file-choice';
import { newKey } from './new-key';
import { useCounted } from './unsettled';

export interface Upload {
  readonly key: string;
  readonly file: File;
  /** From 0 to 1. */
  readonly progress: number;
  /** Why it did not arrive, in words. */
  readonly failure?: string;
  /** Whether the same file may arrive another time. */
  readonly again?: boolean;
}

export interface Uploads {
  readonly list: readonly Upload[];
  readonly start: (file: File) => void;
  readonly retry: (upload: Upload) => void;
  readonly remove: (upload: Upload) => void;
}

export function useUploads(
  accept: readonly FileKind[],
  area: string | undefined,
  onStored: (file: StoredFile) => void,
): Uploads {
  const { t } = useLanguage();
  const client = useQueryClient();
  const [list, setList] = useState<readonly Upload[]>([]);
  const under = useRef(new Map<string, AbortController>());
  const last = useRef(Promise.resolve());
  useCounted(list.length);
  useEffect(() => {
    const controllers = under.current;
    return () => {
      for (const controller of controllers.values()) controller.abort();
    };
  }, []);

  const put = (upload: Upload) =>
    setList((before) =>
      before.some(({ key }) => key === upload.key)
        ? before.map((each) => (each.key === upload.key ? upload : each))
        : [...before, upload],
    );
  const drop = (key: string) => setList((before) => before.filter((each) => each.key !== key));

  /** One after the other: they stay in the order in which they were chosen. */
  const send = ({ key, file }: Upload): void => {
    const controller = new AbortController();
    under.current.set(key, controller);
    put({ key, file, progress: 0 });
    last.current = last.current.then(() => sendNow(key, file, controller));
  };

  const sendNow = async (key: string, file: File, controller: AbortController): Promise<void> => {
    if (controller.signal.aborted) return;
    const onProgress = (progress: number) =>
      setList((before) => before.map((each) => (each.key === key ? { ...each, progress } : each)));
    try {
      const stored = await uploadFile({ file, key, area, onProgress, signal: controller.signal });
      client.setQueryData(fileQuery(stored.id).queryKey, stored);
      drop(key);
      onStored(stored);
    } catch (error) {
      if (!controller.signal.aborted) put({ key, file, progress: 0, ...failureOf(error, t) });
    } finally {
      under.current.delete(key);
    }
  };

  const start = (file: File): void => {
    const upload = { key: newKey(), file, progress: 0 };
    if (!fits(file, accept)) put({ ...upload, failure: t(`form.files.wrong.${wordFor(accept)}`), again: false });
    else if (file.size > mostFileBytes) put({ ...upload, failure: t('form.files.tooLarge'), again: false });
    else send(upload);
  };

  const remove = ({ key }: Upload): void => {
    under.current.get(key)?.abort();
    drop(key);
  };

  return { list, start, retry: send, remove };
}

/** Refusals of the bytes themselves are final. */
const FINAL = /:(?:unacceptable-file|file-too-large)$/u;

function failureOf(error: unknown, t: ReturnType<typeof useLanguage>['t']): Pick<Upload, 'failure' | 'again'> {
  const problem = error instanceof ProblemError ? error.problem : {};
  return { failure: problem.detail ?? t('form.files.failed'), again: !FINAL.test(problem.type ?? '') };
}
