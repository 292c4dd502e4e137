/** Owns the bytes of files between the features and the place that keeps them: what comes back is what was stored. */
import { createHash } from 'node:crypto';
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Refusal } from '../refusal.js';
import { FILE_STORE, type FileStore } from './file-store.js';

@Injectable()
export class FileBytes implements OnApplicationBootstrap {
  private readonly logger = new Logger('Files');

  constructor(@Inject(FILE_STORE) private readonly store: FileStore) {}

  /** Says at boot, and not to the first clerk, that nothing can be stored. */
  async onApplicationBootstrap(): Promise<void> {
    const fault = await this.store.fault();
    if (fault === undefined) return;
    this.logger.warn(`文件暂时无法保存，请检查设置：${fault}\nFiles cannot be stored, check the settings: ${fault}`);
  }

  async keep(sha256: string, bytes: Uint8Array): Promise<void> {
    try {
      await this.store.put(sha256, bytes);
    } catch (error) {
      throw this.unavailable(error);
    }
  }

  /** The bytes with a hash; those that are gone or damaged are told and logged, and never handed out. */
  async read(sha256: string): Promise<Buffer> {
    const bytes = await this.store.get(sha256).catch((error: unknown) => {
      throw this.unavailable(error);
    });
    if (bytes && createHash('sha256').update(bytes).digest('hex') === sha256) return Buffer.from(bytes);
    this.logger.error(
      `${sha256}: ${bytes ? '内容已损坏 / the content is damaged' : '内容不见了 / the content is gone'}`,
    );
    throw new Refusal('damaged', 'file-damaged', {
      zh: '文件已损坏或丢失，不能打开，请联系管理员从备份恢复',
      en: 'The file is damaged or lost and is not shown; ask an administrator to restore it from a backup',
    });
  }

  private unavailable(error: unknown): Refusal {
    this.logger.error(String(error), error instanceof Error ? error.stack : undefined);
    return new Refusal('unavailable', 'file-store-unavailable', {
      zh: '存放文件的地方暂时不可用，请稍后再试',
      en: 'The place where files are kept is unavailable; try again later',
    });
  }
}
