/** Owns beginning a case: any answers are tried, and kept with the result that they give. */
import { Button } from 'antd';
import { useState } from 'react';
import type { Answers } from '../../form/answers';
import { useLanguage } from '../../language';
import { SaveAsCase } from './SaveAsCase';
import { Trial } from './Trial';

export function NewCase({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLanguage();
  const [answers, setAnswers] = useState<Answers>({});
  return (
    <div className="proof">
      <div className="block-head">
        <div>
          <h2>{t('proof.cases.newTitle')}</h2>
          <p className="quiet">{t('proof.cases.newLead')}</p>
        </div>
        <Button onClick={onClose}>{t('proof.cases.back')}</Button>
      </div>
      <Trial
        answers={answers}
        onChange={setAnswers}
        above={(result) => <SaveAsCase answers={answers} result={result} onSaved={onClose} />}
      />
    </div>
  );
}
