/** Owns the precompiled validators of a form: a JavaScript module that needs no `eval`. */
import { compileSchemaValidatorsCode } from '@rjsf/validator-ajv8/lib/compileSchemaValidatorsCode.js';
import { type Edition, type Form, formats, type Language, resolveForm } from '@yimen/config';
import { _ } from 'ajv';

/** Formats by id, as Ajv takes them. */
const customFormats = Object.fromEntries(Object.values(formats).map(({ id, check }) => [id, check]));

/** Code that finds a format when the module runs. */
const formatsInModule = _`formatChecks`;

/**
 * The module `export default function create(require) {…}`: validators by schema id for
 * `createPrecompiledValidator`. Formats come from `require('@yimen/config/formats')`.
 */
export function emitValidatorModule(edition: Edition, form: Form, lang: Language): string {
  const { schema } = resolveForm(form, edition, lang);
  const code = compileSchemaValidatorsCode(schema, {
    customFormats,
    ajvFormatOptions: false,
    ajvOptionsOverrides: { code: { formats: formatsInModule } },
  });
  return [
    'export default function create(require) {',
    'const exports = {};',
    'const formatChecks = {};',
    'for (const { id, check } of Object.values(require("@yimen/config/formats"))) formatChecks[id] = check;',
    code,
    'return exports;',
    '}',
    '',
  ].join('\n');
}
