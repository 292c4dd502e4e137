/** Owns the OpenAPI document: the table of routes in that standard's words. */
import {
  OpenAPIRegistry,
  OpenApiGeneratorV31,
  type ResponseConfig,
  type RouteConfig,
} from '@asteasolutions/zod-to-openapi';
import { problem, problemMediaType, type Route, routes } from '@yimen/contracts';

type Document = ReturnType<OpenApiGeneratorV31['generateDocument']>;

/** The whole document; every error is described as problem details. */
export function openApiDocument(): Document {
  const registry = new OpenAPIRegistry();
  for (const route of routes) registry.registerPath(pathOf(route));
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Yimen 一门',
      version: '1',
      description: 'Yearly standards and intake desks as configuration: editions, evaluation, submissions.',
    },
  });
}

function pathOf(route: Route): RouteConfig {
  const {
    method,
    path,
    summary,
    params,
    query,
    headers,
    body,
    bodyType = 'application/json',
    answer,
    problems,
    access,
  } = route;
  return {
    method,
    path,
    summary,
    request: {
      ...(params && { params }),
      ...(query && { query }),
      ...(headers && { headers }),
      ...(body && { body: { required: true, content: { [bodyType]: { schema: body } } } }),
    },
    responses: {
      [answer.status]: responseOf(answer, summary),
      ...Object.fromEntries(
        [...problems, ...(access === 'public' ? [] : [401, 403]), 500].map((status) => [status, problemResponse]),
      ),
    },
  };
}

const responseOf = (answer: Route['answer'], description: string): ResponseConfig =>
  answer.status === 302
    ? { description, headers: { Location: { description: answer.location, schema: { type: 'string' } } } }
    : { description, content: { [answer.type]: { schema: answer.schema } } };

const problemResponse = {
  description: 'Problem details (RFC 9457)',
  content: { [problemMediaType]: { schema: problem } },
};
