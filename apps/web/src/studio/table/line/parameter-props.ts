/** Owns what the field of a parameter is given. */
import type { MethodContext, MethodParameter, MethodParams } from '@yimen/engine/editing';

export interface ParameterFieldProps {
  readonly parameter: MethodParameter;
  /** Those of the whole item: what is offered may depend on another. */
  readonly params: MethodParams;
  readonly context: MethodContext;
  readonly readOnly: boolean;
  /** The id of what names it. */
  readonly labelledBy: string;
  readonly onChange: (value: unknown) => void;
}
