/** Owns the table of routes: what every address takes and answers, for the OpenAPI document and its test. */
import * as z from 'zod';
import type { Access } from './access.js';
import {
  areaChange,
  areaCreation,
  areaDetail,
  areaImport,
  areaPage,
  areaParams,
  areaQuery,
  areaTable,
  areaWorkbook,
  importQuery,
  workbookQuery,
  workbookType,
} from './area.js';
import { auditPage, auditQuery, auditReport } from './audit.js';
import { editHeaders } from './edit.js';
import { editionDetail, editionHash, editionPage, language } from './edition.js';
import { evaluateAnswer, evaluateQuery, evaluateRequest, resultAnswer, resultRequest } from './evaluation.js';
import { contentQuery, fileParams, fileUpload, storedFile, uploadQuery } from './file.js';
import { formDetail } from './form.js';
import {
  accountChange,
  accountCreation,
  accountPage,
  accountParams,
  invited,
  nothing,
  passwordChange,
  session,
  signIn,
  welcome,
} from './identity.js';
import { pageQuery } from './page.js';
import { providerAnswer, singleSignOnQuery } from './single-sign-on.js';
import {
  idempotencyKey,
  personalAnswer,
  personalRequest,
  personSearch,
  reEvaluation,
  submission,
  submissionCorrection,
  submissionPage,
  submissionQuery,
  submissionRequest,
} from './submission.js';

export interface Content {
  readonly status: 200 | 201;
  readonly type: string;
  readonly schema: z.ZodType;
}

/** For addresses that a browser is sent to: the answer is where it goes on. */
export interface Redirect {
  readonly status: 302;
  readonly location: string;
}

export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** With `{parameters}` as OpenAPI writes them. */
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly headers?: z.ZodObject;
  readonly body?: z.ZodType;
  /** The body's media type where it is not JSON. */
  readonly bodyType?: string;
  readonly answer: Content | Redirect;
  /** Statuses answered with problem details. */
  readonly problems: readonly number[];
}

const json = (schema: z.ZodType, status: 200 | 201 = 200) => ({ status, type: 'application/json', schema });
const redirect = (location: string) => ({ status: 302, location }) as const;
const javascript = { status: 200, type: 'text/javascript', schema: z.string() } as const;

export const editionParams = z.object({ authority: z.string(), subject: z.string(), year: z.string() });
export const evaluatorParams = z.object({ ...editionParams.shape, hash: editionHash });
export const formParams = z.object({ ...editionParams.shape, form: z.string() });
export const validatorParams = z.object({ ...formParams.shape, hash: editionHash });
export const submissionParams = z.object({ id: z.string() });

export const versionQuery = z.object({
  hash: editionHash.optional().meta({ description: 'A version other than the newest' }),
});
export const languageQuery = z.object({ lang: language.default('zh') });
export type LanguageQuery = z.output<typeof languageQuery>;
export const formQuery = z.object({ ...versionQuery.shape, ...languageQuery.shape });
export const creationHeaders = z.object({ 'idempotency-key': idempotencyKey.optional() });

const liveness = z.object({ status: z.literal('ok') }).meta({ id: 'Health' });

const edition = '/api/v1/editions/{authority}/{subject}/{year}';

export const routes: readonly Route[] = [
  {
    method: 'get',
    path: '/api/v1/areas',
    summary: 'Areas in the order of the tree',
    access: 'read-areas',
    query: areaQuery,
    answer: json(areaPage),
    problems: [400, 404],
  },
  {
    method: 'get',
    path: '/api/v1/areas.csv',
    summary: 'All areas as a table',
    access: 'read-areas',
    answer: { status: 200, type: 'text/csv', schema: areaTable },
    problems: [],
  },
  {
    method: 'post',
    path: '/api/v1/areas.csv',
    summary: 'Take a table of areas over, all of it or nothing',
    access: 'edit-areas',
    query: importQuery,
    body: areaTable,
    bodyType: 'text/csv',
    answer: json(areaImport),
    problems: [400, 413, 415, 422],
  },
  {
    method: 'get',
    path: '/api/v1/areas.xlsx',
    summary: 'All areas as a workbook',
    access: 'read-areas',
    query: workbookQuery,
    answer: { status: 200, type: workbookType, schema: areaWorkbook },
    problems: [400],
  },
  {
    method: 'post',
    path: '/api/v1/areas.xlsx',
    summary: 'Take a workbook of areas over, all of it or nothing',
    access: 'edit-areas',
    query: importQuery,
    body: areaWorkbook,
    bodyType: workbookType,
    answer: json(areaImport),
    problems: [400, 413, 415, 422],
  },
  {
    method: 'get',
    path: '/api/v1/areas/{id}',
    summary: 'One area with what happened to it',
    access: 'read-areas',
    params: areaParams,
    answer: json(areaDetail),
    problems: [400, 404],
  },
  {
    method: 'put',
    path: '/api/v1/areas/{id}',
    summary: 'Create an area; the same request again changes nothing',
    access: 'edit-areas',
    params: areaParams,
    body: areaCreation,
    answer: json(areaDetail, 201),
    problems: [400, 409, 413, 415, 422],
  },
  {
    method: 'post',
    path: '/api/v1/areas/{id}/changes',
    summary: 'Rename, recode, move, merge or close an area',
    access: 'edit-areas',
    params: areaParams,
    headers: editHeaders,
    body: areaChange,
    answer: json(areaDetail),
    problems: [400, 404, 412, 413, 415, 422],
  },
  {
    method: 'get',
    path: '/api/v1/editions',
    summary: 'The published editions, newest version of each',
    access: 'public',
    query: pageQuery,
    answer: json(editionPage),
    problems: [400],
  },
  {
    method: 'get',
    path: edition,
    summary: 'One edition as pages need it',
    access: 'public',
    params: editionParams,
    query: versionQuery,
    answer: json(editionDetail),
    problems: [400, 404],
  },
  {
    method: 'get',
    path: `${edition}/evaluator.{hash}.js`,
    summary: 'The edition as a JavaScript module: evaluate, trace and, for standards, score',
    access: 'public',
    params: evaluatorParams,
    answer: javascript,
    problems: [400, 404],
  },
  {
    method: 'get',
    path: `${edition}/forms/{form}`,
    summary: 'A form in one language for @rjsf',
    access: 'public',
    params: formParams,
    query: formQuery,
    answer: json(formDetail),
    problems: [400, 404],
  },
  {
    method: 'get',
    path: `${edition}/forms/{form}/validator.{hash}.js`,
    summary: "A form's precompiled validators as a JavaScript module",
    access: 'public',
    params: validatorParams,
    query: languageQuery,
    answer: javascript,
    problems: [400, 404],
  },
  {
    method: 'post',
    path: '/api/v1/evaluate',
    summary: 'Evaluate facts; nothing is stored',
    access: 'public',
    query: evaluateQuery,
    body: evaluateRequest,
    answer: json(evaluateAnswer),
    problems: [400, 404, 413, 415, 422],
  },
  {
    method: 'post',
    path: '/api/v1/results',
    summary: "A county's mean and grade",
    access: 'public',
    body: resultRequest,
    answer: json(resultAnswer),
    problems: [400, 404, 413, 415, 422],
  },
  {
    method: 'post',
    path: '/api/v1/submissions',
    summary: 'Store facts with their outcome, pinned to the edition',
    access: 'store-records',
    headers: creationHeaders,
    body: submissionRequest,
    answer: json(submission, 201),
    problems: [400, 404, 413, 415, 422],
  },
  {
    method: 'get',
    path: '/api/v1/submissions',
    summary: 'Stored submissions, newest first',
    access: 'read-records',
    query: submissionQuery,
    answer: json(submissionPage),
    problems: [400],
  },
  {
    method: 'get',
    path: '/api/v1/submissions/{id}',
    summary: 'One submission, its reasons in one language',
    access: 'read-records',
    params: submissionParams,
    query: languageQuery,
    answer: json(submission),
    problems: [400, 404],
  },
  {
    method: 'put',
    path: '/api/v1/submissions/{id}',
    summary: 'Correct a submission under the version that it is pinned to; what it was is kept',
    access: 'store-records',
    params: submissionParams,
    headers: editHeaders,
    body: submissionCorrection,
    answer: json(submission),
    problems: [400, 404, 412, 413, 415, 422],
  },
  {
    method: 'post',
    path: '/api/v1/submissions/{id}/personal-data',
    summary: 'The personal data of a submission in full, for a reason that is written down',
    access: 'show-personal-data',
    params: submissionParams,
    body: personalRequest,
    answer: json(personalAnswer),
    problems: [400, 404, 413, 415, 422],
  },
  {
    method: 'post',
    path: '/api/v1/submissions/search',
    summary: 'The newest submissions of the person with an identity number',
    access: 'show-personal-data',
    body: personSearch,
    answer: json(submissionPage),
    problems: [400, 413, 415, 422],
  },
  {
    method: 'post',
    path: '/api/v1/submissions/{id}/re-evaluation',
    summary: 'Evaluate a stored submission again under the version it is pinned to',
    access: 'read-records',
    params: submissionParams,
    answer: json(reEvaluation),
    problems: [404],
  },
  {
    method: 'post',
    path: '/api/v1/files',
    summary: 'Upload a file, for answers to name it',
    access: 'store-records',
    query: uploadQuery,
    headers: creationHeaders,
    body: fileUpload,
    bodyType: 'multipart/form-data',
    answer: json(storedFile, 201),
    problems: [400, 413, 415, 422, 503],
  },
  {
    method: 'get',
    path: '/api/v1/files/{id}',
    summary: 'What is known of a file',
    access: 'read-records',
    params: fileParams,
    answer: json(storedFile),
    problems: [400, 404],
  },
  {
    method: 'get',
    path: '/api/v1/files/{id}/content',
    summary: 'The bytes of a file, as they were uploaded or not at all',
    access: 'read-records',
    params: fileParams,
    query: contentQuery,
    answer: { status: 200, type: '*/*', schema: z.string().meta({ format: 'binary' }) },
    problems: [400, 404, 503],
  },
  {
    method: 'get',
    path: '/api/v1/openapi.json',
    summary: 'This document',
    access: 'public',
    answer: json(z.record(z.string(), z.unknown())),
    problems: [],
  },
  {
    method: 'get',
    path: '/api/health/live',
    summary: 'Whether the process answers',
    access: 'public',
    answer: json(liveness),
    problems: [],
  },
  {
    method: 'get',
    path: '/api/health/ready',
    summary: 'Whether the database answers',
    access: 'public',
    answer: json(liveness),
    problems: [503],
  },
  {
    method: 'get',
    path: '/api/v1/session',
    summary: 'Who is signed in',
    access: 'public',
    answer: json(session),
    problems: [],
  },
  {
    method: 'post',
    path: '/api/v1/session',
    summary: 'Sign in',
    access: 'public',
    body: signIn,
    answer: json(session),
    problems: [400, 401, 413, 415, 422, 429],
  },
  {
    method: 'delete',
    path: '/api/v1/session',
    summary: 'Sign out here',
    access: 'signed-in',
    answer: json(session),
    problems: [401, 403],
  },
  {
    method: 'get',
    path: '/api/v1/session/oidc',
    summary: 'Go to the identity provider to sign in',
    access: 'public',
    query: singleSignOnQuery,
    answer: redirect('The provider, or the page asked for with `problem`'),
    problems: [400],
  },
  {
    method: 'get',
    path: '/api/v1/session/oidc/callback',
    summary: 'Come back from the identity provider',
    access: 'public',
    query: providerAnswer,
    answer: redirect('The page asked for, signed in or with `problem`'),
    problems: [400],
  },
  {
    method: 'get',
    path: '/api/v1/session/oidc/end',
    summary: 'Go to the identity provider to sign out there too',
    access: 'public',
    answer: redirect('The provider, or the first page where it has no such address'),
    problems: [],
  },
  {
    method: 'delete',
    path: '/api/v1/sessions',
    summary: 'Sign out everywhere',
    access: 'signed-in',
    answer: json(session),
    problems: [401, 403],
  },
  {
    method: 'post',
    path: '/api/v1/password',
    summary: 'Change the own password; every other session ends',
    access: 'signed-in',
    body: passwordChange,
    answer: json(nothing),
    headers: editHeaders,
    problems: [400, 401, 403, 413, 415, 422, 429],
  },
  {
    method: 'post',
    path: '/api/v1/welcome',
    summary: 'Choose the password of an account by its one-time link',
    access: 'public',
    body: welcome,
    answer: json(nothing),
    problems: [400, 404, 413, 415, 422],
  },
  {
    method: 'get',
    path: '/api/v1/accounts',
    summary: 'All accounts by name',
    access: 'manage-accounts',
    query: pageQuery,
    answer: json(accountPage),
    problems: [400, 401, 403],
  },
  {
    method: 'put',
    path: '/api/v1/accounts/{name}',
    summary: 'Create an account; the same request again changes nothing',
    access: 'manage-accounts',
    params: accountParams,
    body: accountCreation,
    answer: json(invited, 201),
    problems: [400, 401, 403, 409, 413, 415, 422],
  },
  {
    method: 'post',
    path: '/api/v1/accounts/{name}/changes',
    summary: 'Assign roles, disable, enable, reset the password, or link to a person of the provider',
    access: 'manage-accounts',
    params: accountParams,
    body: accountChange,
    answer: json(invited),
    problems: [400, 401, 403, 404, 409, 412, 413, 415, 422],
  },
  {
    method: 'get',
    path: '/api/v1/audit',
    summary: 'The audit trail, newest first',
    access: 'read-audit',
    query: auditQuery,
    answer: json(auditPage),
    problems: [400, 401, 403],
  },
  {
    method: 'get',
    path: '/api/v1/audit/report',
    summary: 'A check of the whole trail, entry by entry',
    access: 'read-audit',
    answer: json(auditReport),
    problems: [401, 403],
  },
];
