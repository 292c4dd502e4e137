import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { documentJsonSchemas } from './json-schema.js';

describe('The JSON Schemas of the language', () => {
  it.each(Object.entries(documentJsonSchemas()))('are written as they are defined: %s', (kind, schema) => {
    const file = new URL(`../../schemas/${kind}.schema.json`, import.meta.url);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(schema)));
  });
});
