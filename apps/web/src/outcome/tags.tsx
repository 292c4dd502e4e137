/** Owns the small marks of results: colour, word and icon together. */
import {
  CheckCircleFilled,
  ClockCircleFilled,
  CloseCircleFilled,
  ExclamationCircleFilled,
  InfoCircleFilled,
  SwapOutlined,
  UpCircleFilled,
} from '@ant-design/icons';
import type { DispositionId } from '@yimen/config';
import type { EditionDetail } from '@yimen/contracts';
import type { ReactNode } from 'react';
import './outcome.css';

type Tone = 'good' | 'plain' | 'warn' | 'bad';

/** How each disposition looks; the words come from the edition. */
const looks: Readonly<Record<DispositionId, { readonly tone: Tone; readonly icon: ReactNode }>> = {
  handle: { tone: 'good', icon: <CheckCircleFilled /> },
  report: { tone: 'good', icon: <UpCircleFilled /> },
  transfer: { tone: 'plain', icon: <SwapOutlined /> },
  inform: { tone: 'plain', icon: <InfoCircleFilled /> },
  raise: { tone: 'plain', icon: <UpCircleFilled /> },
  supplement: { tone: 'warn', icon: <ExclamationCircleFilled /> },
  refuse: { tone: 'bad', icon: <CloseCircleFilled /> },
};

const open = { tone: 'plain', icon: <ClockCircleFilled /> } as const;

export const lookOf = (id: string | null): { readonly tone: Tone; readonly icon: ReactNode } =>
  looks[id as DispositionId] ?? open;

export function Mark({
  tone,
  icon,
  children,
}: {
  readonly tone: Tone;
  readonly icon: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <span className={`mark mark-${tone}`}>
      {icon} {children}
    </span>
  );
}

export const DispositionTag = ({ id, title }: { readonly id: string | null; readonly title: string }) => (
  <Mark {...lookOf(id)}>{title}</Mark>
);

/** The highest grade is good, the lowest bad, those between plain: by their order in the edition. */
export function GradeTag({
  edition,
  id,
  title,
}: {
  readonly edition: EditionDetail;
  readonly id: string | null;
  readonly title: string;
}) {
  const bands = [...(edition.standard?.bands ?? [])].sort((a, b) => b.upper.value - a.upper.value);
  const place = bands.findIndex((band) => band.id === id);
  const tone: Tone = place === bands.length - 1 ? 'bad' : place <= 1 ? 'good' : 'warn';
  const icon =
    tone === 'bad' ? <CloseCircleFilled /> : tone === 'good' ? <CheckCircleFilled /> : <ExclamationCircleFilled />;
  return (
    <Mark tone={tone} icon={icon}>
      {title}
    </Mark>
  );
}
