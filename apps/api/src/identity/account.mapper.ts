/** Owns accounts as they are answered. */
import type { Account } from '@yimen/contracts';
import type { StoredAccount } from './account.js';

export const toAccount = ({ id, name, title, assignments, disabled, person, version }: StoredAccount): Account => ({
  id,
  name,
  title,
  assignments: [...assignments],
  disabled,
  person,
  version,
});
