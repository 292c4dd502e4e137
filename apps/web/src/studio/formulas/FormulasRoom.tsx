/** Owns the part of a draft with what rules calculate with: formulas by name, and conditions by name. */
import { ConditionTable } from './ConditionTable';
import { FactTable } from './FactTable';
import './words';
import './formulas.css';

export function Room() {
  return (
    <div className="formulas-room">
      <FactTable />
      <ConditionTable />
    </div>
  );
}
