/** Owns whether the place of files takes any at present: asked seldom, waited for briefly. */
import { Inject, Injectable, Logger } from '@nestjs/common';
import { FILE_STORE, type FileStore } from './file-store.js';

/** How long an answer holds: whoever watches a server asks every few seconds. */
const HOLDS = 5_000;

/** A place that does not say so within this time takes none. */
const PATIENCE = 3_000;

@Injectable()
export class FileHealth {
  private readonly logger = new Logger('Files');
  private asked = Number.NEGATIVE_INFINITY;
  private answer: Promise<boolean> = Promise.resolve(true);
  private was = true;

  constructor(@Inject(FILE_STORE) private readonly store: FileStore) {}

  /** Whether files can be stored, as far as was known a moment ago. */
  takes(): Promise<boolean> {
    if (performance.now() - this.asked > HOLDS) {
      this.asked = performance.now();
      this.answer = this.ask();
    }
    return this.answer;
  }

  private async ask(): Promise<boolean> {
    const fault = await within(PATIENCE, this.store.fault());
    const takes = fault === undefined;
    if (takes !== this.was) this.tell(fault);
    this.was = takes;
    return takes;
  }

  /** Says once that it began, and once that it is over. */
  private tell(fault: string | undefined): void {
    if (fault === undefined) this.logger.log('又可以保存文件了 / files can be stored again');
    else this.logger.error(`文件暂时无法保存：${fault} / files cannot be stored at present: ${fault}`);
  }
}

async function within(milliseconds: number, asked: Promise<string | undefined>): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, milliseconds, 'no answer');
  });
  try {
    return await Promise.race([asked, silence]);
  } finally {
    clearTimeout(timer);
  }
}
