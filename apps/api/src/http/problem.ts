/** Owns what an error is answered: its status, its stable type and its words. */
import { HttpException } from '@nestjs/common';
import type { Issue, Language, LocalizedText } from '@yimen/config';
import { isUnavailable } from '../database/database-fault.js';
import { Refusal, type RefusalKind, TooOften } from '../refusal.js';

/** An error ready to be written in either language. */
export interface Answerable {
  readonly status: number;
  readonly code: string;
  readonly detail: LocalizedText;
  readonly issues: readonly Issue[];
  readonly members: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
}

const statusOf: Readonly<Record<RefusalKind, number>> = {
  'not-found': 404,
  unacceptable: 422,
  malformed: 400,
  conflict: 409,
  stale: 412,
  'unknown-person': 401,
  forbidden: 403,
  'too-often': 429,
  'too-large': 413,
  damaged: 500,
  unavailable: 503,
};

interface Known {
  readonly code: string;
  readonly title: LocalizedText;
  readonly detail: LocalizedText;
}

const known: Readonly<Record<number, Known>> = {
  400: {
    code: 'malformed-request',
    title: { zh: '请求有误', en: 'Malformed request' },
    detail: { zh: '请求格式不正确，请检查后重发', en: 'The request is malformed; correct it and send it again' },
  },
  401: {
    code: 'not-signed-in',
    title: { zh: '没有登录', en: 'Not signed in' },
    detail: { zh: '请先登录', en: 'Sign in first' },
  },
  403: {
    code: 'not-allowed',
    title: { zh: '没有权限', en: 'Not allowed' },
    detail: { zh: '您的角色不能做这件事', en: 'Your roles do not allow this' },
  },
  404: {
    code: 'not-found',
    title: { zh: '未找到', en: 'Not found' },
    detail: { zh: '没有这个地址', en: 'There is nothing at this address' },
  },
  405: {
    code: 'method-not-allowed',
    title: { zh: '方法不支持', en: 'Method not allowed' },
    detail: { zh: '这个地址不支持此方法', en: 'This address does not take this method' },
  },
  409: {
    code: 'conflict',
    title: { zh: '与已有内容冲突', en: 'Conflict' },
    detail: { zh: '与已有内容冲突，请核对', en: 'It conflicts with what is there; check it' },
  },
  412: {
    code: 'stale-version',
    title: { zh: '内容已被修改', en: 'Changed meanwhile' },
    detail: { zh: '别人已经改过，请刷新后再改', en: 'It was changed meanwhile; load it again' },
  },
  413: {
    code: 'too-large',
    title: { zh: '内容过大', en: 'Content too large' },
    detail: { zh: '内容超过 1 MB，请拆分后再发', en: 'The content is over 1 MB; split it' },
  },
  414: {
    code: 'address-too-long',
    title: { zh: '地址过长', en: 'Address too long' },
    detail: { zh: '地址过长，请检查', en: 'The address is too long' },
  },
  415: {
    code: 'unsupported-media-type',
    title: { zh: '内容类型不支持', en: 'Unsupported media type' },
    detail: { zh: '请用接口约定的内容类型发送', en: 'Send the media type that the contract names' },
  },
  422: {
    code: 'unacceptable',
    title: { zh: '内容不能接受', en: 'Unacceptable content' },
    detail: { zh: '内容不符合要求，请按提示修改', en: 'The content does not meet the requirements; see the issues' },
  },
  429: {
    code: 'too-often',
    title: { zh: '次数过多', en: 'Too often' },
    detail: { zh: '次数过多，请稍后再试', en: 'Too often; try again later' },
  },
  503: {
    code: 'unavailable',
    title: { zh: '暂不可用', en: 'Unavailable' },
    detail: {
      zh: '服务暂时不可用，这次的内容可能没有保存，请稍后再试，不会重复保存',
      en: 'The service is unavailable and may not have stored this; try again later, nothing is stored twice',
    },
  },
};

const internal: Known = {
  code: 'internal',
  title: { zh: '服务器内部错误', en: 'Internal error' },
  detail: { zh: '服务器出错，已记录，请联系管理员', en: 'The server failed and has logged it; tell its administrator' },
};

/** What any error is answered; one that nobody foresaw is 500 and says nothing of its inside. */
export function answerable(error: unknown): Answerable {
  if (error instanceof Refusal) {
    const { kind, code, text, issues, members } = error;
    return { status: statusOf[kind], code, detail: text, issues, members, headers: headersOf(error) };
  }
  const status = error instanceof HttpException ? error.getStatus() : foreignStatus(error);
  const { code, detail } = known[status] ?? internal;
  return { status: known[status] ? status : 500, code, detail, issues: [], members: {}, headers: {} };
}

const headersOf = (refusal: Refusal): Record<string, string> =>
  refusal instanceof TooOften ? { 'retry-after': String(refusal.retryAfter) } : {};

/** The body of RFC 9457. Members of a refusal may say more, and `status` otherwise. */
export function problemBody(answer: Answerable, lang: Language, instance: string): Record<string, unknown> {
  const { title } = known[answer.status] ?? internal;
  return {
    type: `urn:yimen:problem:${answer.code}`,
    title: title[lang],
    status: answer.status,
    detail: answer.detail[lang],
    instance,
    issues: answer.issues,
    ...answer.members,
  };
}

/** The status of an error of Fastify, or of a database driver. */
function foreignStatus(error: unknown): number {
  if (isUnavailable(error)) return 503;
  const { statusCode } = (error ?? {}) as Record<string, unknown>;
  return typeof statusCode === 'number' && statusCode >= 400 ? statusCode : 500;
}
