import { readFacts } from '@yimen/config';
import { compile, evaluateInput } from '@yimen/engine';
import { referenceEvaluate } from '@yimen/engine/reference';
import { describeConformance } from './conformance.js';

function compiled(edition: Parameters<typeof compile>[0]) {
  const result = compile(edition);
  if (!result.ok) throw new Error(JSON.stringify(result.issues, null, 1));
  return result;
}

describeConformance('the compiled evaluator', async (edition, inputs) => {
  const { evaluator } = compiled(edition);
  return inputs.map((input) => evaluateInput(edition, evaluator, input));
});

describeConformance('the traced evaluator', async (edition, inputs) => {
  const { evaluator } = compiled(edition);
  return inputs.map((input) => evaluateInput(edition, evaluator, input, { trace: true }));
});

describeConformance('json-rules-engine', async (edition, inputs) => {
  const { program } = compiled(edition);
  return Promise.all(
    inputs.map(async (input) => ({
      id: input.id,
      ...(await referenceEvaluate(program, readFacts(edition, input).facts)),
    })),
  );
});
