/** Owns letting only those onto a page whom a permission lets. */
import type { Permission } from '@yimen/contracts';
import type { ReactNode } from 'react';
import { NotAllowed } from '../layout/states';
import { useMay } from './session';

export function Allowed({ needs, children }: { readonly needs: Permission; readonly children: ReactNode }) {
  return useMay()(needs) ? children : <NotAllowed />;
}
