/** Owns the compression of answers. Built files of the web app come compressed already. */
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Above 4 the modules of an edition get little smaller and take much longer. */
const BROTLI_QUALITY = 4;

export async function compressAnswers(app: NestFastifyApplication): Promise<void> {
  await app.register(
    compress as never,
    {
      encodings: ['br', 'gzip', 'identity'],
      brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } },
    } as never,
  );
}
