/** Owns choosing between one's own edit and somebody else's of the same place. */
import type { Conflict } from '@yimen/config';
import { describeConflicts } from '@yimen/engine/editing';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../../language';
import { Dialog } from '../../layout/Dialog';
import { useDraft } from './draft-context';
import type { Meeting } from './use-draft-editor';
import { useNamesOfAnswers } from './use-names-of-answers';

export interface MeetingDialogProps {
  readonly meeting: Meeting;
  readonly onSettle: (choices: Readonly<Record<string, 'mine' | 'theirs'>>) => void;
}

type Choices = Readonly<Record<string, 'mine' | 'theirs'>>;

export function MeetingDialog({ meeting, onSettle }: MeetingDialogProps) {
  const { t, say } = useLanguage();
  const { documents } = useDraft();
  const { conflicts, theirs, by } = meeting;
  const [choices, setChoices] = useState<Choices>({});
  const areas = useNamesOfAnswers(documents, theirs.documents);
  const worded = describeConflicts(conflicts, { mine: documents, theirs: theirs.documents }, areas);
  const chosen = conflicts.every(({ key }: Conflict) => choices[key]);
  return (
    <Dialog open title={t('studio.meeting.title', { by })} onCancel={() => undefined}>
      <p className="quiet">{t('studio.meeting.lead')}</p>
      <ul className="meeting">
        {worded.map(({ key, subject, mine, theirs: other }) => (
          <li key={key}>
            <h3>{say(subject)}</h3>
            <Radio.Group
              vertical
              aria-label={say(subject)}
              value={choices[key]}
              onChange={({ target }) => setChoices({ ...choices, [key]: target.value })}
              options={[
                { value: 'mine', label: `${t('studio.meeting.mine')}：${say(mine)}` },
                { value: 'theirs', label: `${t('studio.meeting.theirs')}：${say(other)}` },
              ]}
            />
          </li>
        ))}
      </ul>
      <div className="actions">
        <Button type="primary" disabled={!chosen} onClick={() => onSettle(choices)}>
          {t('studio.meeting.settle')}
        </Button>
      </div>
    </Dialog>
  );
}
