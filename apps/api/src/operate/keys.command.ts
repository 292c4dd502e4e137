/** Owns the operator's command that seals all personal data with the newest key. */
import { NestFactory } from '@nestjs/core';
import { appModule } from '../app.module.js';
import { SealingUpkeep } from '../submissions/sealing-upkeep.service.js';
import type { Command } from './command.js';

export const rotateKeys: Command = {
  name: 'rotate-keys',
  parameters: [],
  help: {
    zh: '用 DATA_KEYS 里的第一个密钥重新加密全部个人信息，之后才可以去掉旧密钥；服务不必停',
    en: 'seals all personal data with the first key of DATA_KEYS; only then earlier ones may go; servers may run',
  },
  run: async (environment) => {
    const context = await NestFactory.createApplicationContext(appModule({ ...environment, sampleData: false }), {
      logger: false,
      abortOnError: false,
    });
    try {
      const sealed = await context.get(SealingUpkeep).rotate();
      return { zh: `已重新加密 ${sealed} 份记录`, en: `${sealed} records are sealed anew` };
    } finally {
      await context.close();
    }
  },
};
