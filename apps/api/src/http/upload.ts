/** Owns receiving one uploaded file: as it streams in it is counted and hashed. */
import { createHash } from 'node:crypto';
import multipart, { type MultipartFile } from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mostFileBytes, routes } from '@yimen/contracts';
import { errorCodes, type FastifyInstance, type FastifyRequest } from 'fastify';
import { Refusal } from '../refusal.js';

/** A file as it came; name and type are what the client says. */
export interface ReceivedFile {
  readonly bytes: Buffer;
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
}

const MULTIPART = 'multipart/form-data';
const limits = { files: 1, fields: 10, parts: 11, fileSize: mostFileBytes, fieldSize: 1000, headerPairs: 50 };
const uploading: ReadonlySet<string> = new Set(
  routes.filter(({ bodyType }) => bodyType === MULTIPART).map(({ path }) => path),
);

/** Takes multipart forms at the addresses that are declared to, and at no other. */
export async function receiveUploads(app: NestFastifyApplication): Promise<void> {
  await app.register(multipart as never, { limits, throwFileSizeLimit: false } as never);
  const server = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  server.addHook('onRequest', async ({ headers, method, routeOptions: { url } }) => {
    const type = headers['content-type'] ?? '';
    const isForm = type.toLowerCase().startsWith(MULTIPART);
    const takesForm = method === 'POST' && uploading.has(url ?? '');
    if (takesForm ? !isForm : isForm) throw new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE(type);
  });
}

/** The one file of a request. All of the request is read, so that its sender gets to read the answer. */
export async function receiveFile(request: FastifyRequest): Promise<ReceivedFile> {
  try {
    let received: ReceivedFile | undefined;
    for await (const part of request.parts()) if (part.type === 'file') received = await readPart(part);
    if (received) return received;
    throw noFile();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw (error as { code?: unknown }).code === 'FST_FILES_LIMIT' ? severalFiles() : broken();
  } finally {
    request.raw.resume();
  }
}

async function readPart({ file, filename, mimetype, fieldname }: MultipartFile): Promise<ReceivedFile> {
  const hash = createHash('sha256');
  const chunks: Buffer[] = [];
  for await (const chunk of file as AsyncIterable<Buffer>) {
    hash.update(chunk);
    chunks.push(chunk);
  }
  if (file.truncated) throw tooLarge();
  if (fieldname !== 'file') throw noFile();
  return { bytes: Buffer.concat(chunks), sha256: hash.digest('hex'), name: filename ?? '', mediaType: mimetype };
}

const tooLarge = (): Refusal =>
  new Refusal('too-large', 'file-too-large', {
    zh: `文件超过 ${mostFileBytes / 1024 ** 2} MB，请压缩或拆分后再传`,
    en: `The file is over ${mostFileBytes / 1024 ** 2} MB; make it smaller or split it`,
  });

const noFile = (): Refusal =>
  new Refusal('unacceptable', 'no-file', {
    zh: '请把文件放在名为 file 的部分里',
    en: 'Send the file in a part named file',
  });

const severalFiles = (): Refusal =>
  new Refusal('unacceptable', 'several-files', { zh: '每次请求只能上传一个文件', en: 'Send one file a request' });

const broken = (): Refusal =>
  new Refusal('malformed', 'broken-upload', {
    zh: '上传的内容不完整，请重新上传',
    en: 'The upload is broken off or malformed; send it again',
  });
