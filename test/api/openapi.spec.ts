import { afterAll, describe, expect, it } from '@jest/globals';
import { RequestMethod } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { routes } from '@yimen/contracts';
import { freshServer } from './server.js';

const { app, http, stop } = await freshServer();
afterAll(stop);

/** The routes that the controllers declare, as OpenAPI writes them. */
function declaredRoutes(): string[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) => routesOf(metatype as new () => object)).sort();
}

function routesOf(controller: new () => object): string[] {
  const base = Reflect.getMetadata('path', controller) as string;
  const names = Object.getOwnPropertyNames(controller.prototype).filter((name) => name !== 'constructor');
  return names.flatMap((name) => {
    const handler = Object.getOwnPropertyDescriptor(controller.prototype, name)?.value;
    const path = Reflect.getMetadata('path', handler) as string | undefined;
    if (path === undefined) return [];
    const method = RequestMethod[Reflect.getMetadata('method', handler) as number];
    return [`${method} ${documented(`/${base}/${path}`)}`];
  });
}

const documented = (path: string): string =>
  path
    .replaceAll(/\/+/gu, '/')
    .replace(/\/$/u, '')
    .replaceAll(/:([a-zA-Z]+)/gu, '{$1}');

describe('The OpenAPI document', () => {
  it('describes every route and no other', async () => {
    const { body } = await http.get('/api/v1/openapi.json');
    const described = Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual(declaredRoutes());
  });

  it('describes one success of every route: content, or for a redirect where it leads', async () => {
    const { body } = await http.get('/api/v1/openapi.json');
    for (const { method, path, answer } of routes) {
      const { responses } = body.paths[path][method];
      expect(Object.keys(responses).filter((status) => Number(status) < 400)).toEqual([String(answer.status)]);
      const { content, headers } = responses[answer.status];
      expect(Object.keys(content ?? headers)).toEqual([answer.status === 302 ? 'Location' : answer.type]);
    }
  });

  it('describes errors as problem details and names its schemas', async () => {
    const { body } = await http.get('/api/v1/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    expect(Object.keys(body.components.schemas)).toEqual(
      expect.arrayContaining(['Problem', 'Issue', 'EditionDetail', 'Submission', 'StandardOutcome', 'DeskOutcome']),
    );
    for (const methods of Object.values(body.paths as Record<string, Record<string, { responses: object }>>))
      for (const { responses } of Object.values(methods))
        expect(JSON.stringify(responses)).toContain('application/problem+json');
  });
});
