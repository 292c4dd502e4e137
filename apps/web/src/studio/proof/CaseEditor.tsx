/** Owns one case opened: its name, its answers in the real forms, what it expects, and what the draft gives. */

import { differencesFrom, expectationOf } from '@yimen/engine/editing';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { type Answers, sendable } from '../../form/answers';
import { useLanguage } from '../../language';
import { Dialog } from '../../layout/Dialog';
import { useDraft, useIssuesAt } from '../draft/draft-context';
import { keyOf } from '../draft/PlaceIssues';
import { placeAttribute } from '../draft/place';
import { casesIn, type WrittenCase, withChangedCase } from './cases';
import { ExpectationFields } from './ExpectationFields';
import { ExpectationList } from './ExpectationList';
import { useIssueWords } from './issue-words';
import { outcomeOf, Trial, type TrialResult } from './Trial';
import { useDifferenceWords } from './use-difference-words';

export interface CaseEditorProps {
  readonly written: WrittenCase;
  readonly onClose: () => void;
}

export function CaseEditor({ written, onClose }: CaseEditorProps) {
  const { t } = useLanguage();
  const { edit, editable } = useDraft();
  const { document, pointer, id, answers, expect } = written;
  const change = (next: Partial<Pick<WrittenCase, 'id' | 'answers' | 'expect'>>, label: string) =>
    edit((all) => withChangedCase(all, written, { id, answers, expect, ...next }), `${document}#${pointer} ${label}`);
  return (
    <div className="proof" {...placeAttribute(written)}>
      <div className="block-head">
        <CaseName written={written} editable={editable} onChange={(name) => change({ id: name }, 'name')} />
        <Button onClick={onClose}>{t('proof.cases.back')}</Button>
      </div>
      <CaseIssues written={written} />
      <Trial
        answers={answers}
        fixed={!editable}
        onChange={(next: Answers) => change({ answers: sendable(next) }, 'answers')}
        above={(result) => (
          <Expected
            expect={expect}
            result={result}
            editable={editable}
            onChange={(next) => change({ expect: next as WrittenCase['expect'] }, 'expect')}
          />
        )}
      />
    </div>
  );
}

/** What is wrong with how the case is written; that it gives something else is told beside its result. */
function CaseIssues({ written }: { readonly written: WrittenCase }) {
  const words = useIssueWords();
  const issues = useIssuesAt(written).filter(({ code, severity }) => code !== 'case-fails' && severity !== 'info');
  if (issues.length === 0) return null;
  return (
    <ul className="note note-bad plain-list">
      {issues.map((issue) => (
        <li key={keyOf(issue)}>{words(issue)}</li>
      ))}
    </ul>
  );
}

interface CaseNameProps {
  readonly written: WrittenCase;
  readonly editable: boolean;
  readonly onChange: (name: string) => void;
}

/** A name is taken over when the field is left, unless another case has it. */
function CaseName({ written, editable, onChange }: CaseNameProps) {
  const { t } = useLanguage();
  const { documents } = useDraft();
  const id = useId();
  const [name, setName] = useState(written.id);
  const taken = casesIn(documents).some(
    (each) => each.id === name.trim() && (each.document !== written.document || each.pointer !== written.pointer),
  );
  const keep = () => {
    if (name.trim() === '' || taken) setName(written.id);
    else if (name.trim() !== written.id) onChange(name.trim());
  };
  return (
    <div className="case-name">
      <h2>
        <label htmlFor={id}>{t('proof.cases.one')}</label>
      </h2>
      <Input
        id={id}
        value={name}
        readOnly={!editable}
        maxLength={200}
        status={taken ? 'error' : ''}
        onChange={({ target }) => setName(target.value)}
        onBlur={keep}
        onPressEnter={keep}
      />
      {taken && (
        <span className="question-error" role="alert">
          {t('proof.cases.taken')}
        </span>
      )}
    </div>
  );
}

interface ExpectedProps {
  readonly expect: WrittenCase['expect'];
  readonly result: TrialResult;
  readonly editable: boolean;
  readonly onChange: (expect: object) => void;
}

function Expected({ expect, result, editable, onChange }: ExpectedProps) {
  const { t } = useLanguage();
  const words = useDifferenceWords();
  const [asked, setAsked] = useState(false);
  const outcome = outcomeOf(result.tried);
  const given = outcome ? expectationOf(outcome) : { status: 'invalid' as const };
  const differences = outcome
    ? differencesFrom(expect, outcome)
    : expect.status === 'invalid'
      ? []
      : [{ what: 'status', expected: expect.status ?? 'complete', got: 'invalid' }];
  const take = () => {
    onChange(given);
    setAsked(false);
  };
  return (
    <div className="card case-expected">
      <div className={`note ${differences.length === 0 ? 'note-good' : 'note-bad'}`} role="status">
        {differences.length === 0 ? (
          t('proof.cases.agrees')
        ) : (
          <ul className="plain-list">
            {differences.map((each) => (
              <li key={each.what}>{words(each)}</li>
            ))}
          </ul>
        )}
      </div>
      <details>
        <summary>{t('proof.cases.expectedAll')}</summary>
        {editable ? (
          <ExpectationFields expect={expect} edition={result.ready.edition} onChange={onChange} />
        ) : (
          <ExpectationList expect={expect} />
        )}
      </details>
      {editable && <Button onClick={() => setAsked(true)}>{t('proof.cases.take')}</Button>}
      <Dialog open={asked} title={t('proof.cases.takeTitle')} onCancel={() => setAsked(false)}>
        <div className="form-stack">
          <p>{t('proof.cases.confirm')}</p>
          <ExpectationList expect={given} />
          <div className="actions">
            <Button type="primary" onClick={take}>
              {t('proof.cases.confirmed')}
            </Button>
            <Button onClick={() => setAsked(false)}>{t('proof.cancel')}</Button>
          </div>
        </div>
      </Dialog>
    </div>
  );
}
