/** Owns choosing between two edits of the same places, one's own and another. */
import type { Side } from '@yimen/config';
import type { DraftConflict } from '@yimen/contracts';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../../language';
import { Dialog } from '../../layout/Dialog';
import { Refused } from '../proof/Refused';

type Choices = Readonly<Record<string, Side>>;

export interface MeetingDialogProps {
  readonly title: string;
  readonly lead: string;
  /** What the two sides are called. */
  readonly sides: Readonly<Record<Side, string>>;
  readonly conflicts: readonly DraftConflict[];
  readonly pending?: boolean;
  readonly error?: unknown;
  readonly onSettle: (choices: Choices) => void;
  /** Where it can wait; else it has to be settled now. */
  readonly onCancel?: () => void;
}

/** From so many on, all of them can be chosen at once. */
const MANY = 4;

export function MeetingDialog(props: MeetingDialogProps) {
  const { title, lead, sides, conflicts, pending = false, error, onSettle, onCancel } = props;
  const { t, say } = useLanguage();
  const [choices, setChoices] = useState<Choices>({});
  const chosen = conflicts.every(({ key }) => choices[key]);
  const chooseAll = (side: Side) => setChoices(Object.fromEntries(conflicts.map(({ key }) => [key, side])));
  return (
    <Dialog open title={title} onCancel={() => !pending && onCancel?.()}>
      <p className="quiet">{lead}</p>
      {conflicts.length >= MANY && (
        <div className="actions meeting-all">
          {(['mine', 'theirs'] as const).map((side) => (
            <Button key={side} size="small" onClick={() => chooseAll(side)}>
              {t('studio.meeting.all', { side: sides[side] })}
            </Button>
          ))}
        </div>
      )}
      <ul className="meeting">
        {conflicts.map(({ key, subject, mine, theirs }) => (
          <li key={key}>
            <h3>{say(subject)}</h3>
            <Radio.Group
              vertical
              aria-label={say(subject)}
              value={choices[key]}
              onChange={({ target }) => setChoices({ ...choices, [key]: target.value })}
              options={[
                { value: 'mine', label: <Choice side={sides.mine} what={say(mine)} /> },
                { value: 'theirs', label: <Choice side={sides.theirs} what={say(theirs)} /> },
              ]}
            />
          </li>
        ))}
      </ul>
      <Refused error={error} />
      <div className="actions">
        <Button type="primary" disabled={!chosen} loading={pending} onClick={() => onSettle(choices)}>
          {t('studio.meeting.settle')}
        </Button>
        {onCancel && (
          <Button disabled={pending} onClick={onCancel}>
            {t('studio.meeting.later')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

const Choice = ({ side, what }: { readonly side: string; readonly what: string }) => (
  <span className="meeting-side">
    <b>{side}</b>
    <span>{what}</span>
  </span>
);
