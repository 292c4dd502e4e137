/** Owns where the installation's keys come from: the environment, or a file beside the data. */
import { Logger, type Provider } from '@nestjs/common';
import { ENVIRONMENT, type Environment } from '../env/environment.js';
import { DataKeys, dataKey } from './data-keys.js';
import { keyFileIn, secretsOfFolder } from './key-file.js';

export const dataKeysProvider: Provider = {
  provide: DataKeys,
  inject: [ENVIRONMENT],
  useFactory: (environment: Environment) => dataKeysOf(environment),
};

export function dataKeysOf({ dataKeys, data }: Environment): DataKeys {
  const secrets = dataKeys ?? secretsOfFolder(data);
  if (!dataKeys) warn(keyFileIn(data));
  const [first, ...rest] = secrets.map(dataKey);
  if (!first) throw new Error('no key');
  return new DataKeys([first, ...rest]);
}

function warn(path: string): void {
  new Logger('PersonalData').warn(
    `个人信息用 ${path} 里的密钥加密：谁拿到整个文件夹就能读到。正式使用请设置 DATA_KEYS，多个服务进程必须设置\n` +
      `Personal data is sealed with the key in ${path}: whoever takes the folder can read it. Set DATA_KEYS for real use, and always with several servers`,
  );
}
