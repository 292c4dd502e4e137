/** Owns a card of the entrance: one job or one place, and what awaits there. */
import { RightOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

export interface CardProps {
  readonly to: string;
  readonly icon: ReactNode;
  readonly title: string;
  readonly children: ReactNode;
}

export function Card({ to, icon, title, children }: CardProps) {
  return (
    <Link className="job" to={to}>
      <span className="job-icon" aria-hidden="true">
        {icon}
      </span>
      <span className="job-text">
        <strong>{title}</strong>
        {children}
      </span>
      <RightOutlined aria-hidden="true" />
    </Link>
  );
}
