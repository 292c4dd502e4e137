/** Owns the table of cases: what each expects, and whether the draft gives it. */
import type { CaseResult } from '@yimen/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../../language';
import { Dialog } from '../../layout/Dialog';
import { useDraft } from '../draft/draft-context';
import { placeAttribute } from '../draft/place';
import { type WrittenCase, withoutCase } from './cases';
import { ShortExpectation } from './ExpectationList';
import { TakeResults } from './TakeResults';
import { useDifferenceWords } from './use-difference-words';

export interface CaseTableProps {
  readonly cases: readonly WrittenCase[];
  readonly onOpen: (written: WrittenCase) => void;
}

type Filter = 'all' | 'failed';

export function CaseTable({ cases, onOpen }: CaseTableProps) {
  const { t } = useLanguage();
  const { proof, proving, edit, editable } = useDraft();
  const [filter, setFilter] = useState<Filter>('all');
  const [removing, setRemoving] = useState<WrittenCase>();
  if (cases.length === 0) return <p className="note">{t('proof.cases.none')}</p>;
  const results = new Map((proof?.cases ?? []).map((each) => [`${each.document}#${each.pointer}`, each]));
  const resultOf = ({ document, pointer }: WrittenCase) => results.get(`${document}#${pointer}`);
  const failed = cases.filter((each) => resultOf(each)?.passed === false);
  const shown = filter === 'failed' ? failed : cases;
  return (
    <>
      <div className="proof-filter">
        <p role="status">
          {proving && <progress aria-label={t('proof.checks.running')} />}{' '}
          {failed.length === 0
            ? t('proof.cases.allPassed', { count: cases.length })
            : t('proof.cases.someFailed', { count: failed.length, total: cases.length })}
        </p>
        {(failed.length > 0 || filter === 'failed') && (
          <Button aria-pressed={filter === 'failed'} onClick={() => setFilter(filter === 'all' ? 'failed' : 'all')}>
            {t(filter === 'all' ? 'proof.cases.onlyFailed' : 'proof.cases.showAll')}
          </Button>
        )}
        <TakeResults failed={failed.flatMap((each) => resultOf(each) ?? [])} />
      </div>
      <table className="cases">
        <thead>
          <tr>
            <th scope="col">{t('proof.cases.name')}</th>
            <th scope="col">{t('proof.cases.expected')}</th>
            <th scope="col">{t('proof.cases.result')}</th>
            {editable && <th scope="col">{t('proof.cases.act')}</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map((each) => (
            <tr key={`${each.document}#${each.pointer}`} {...placeAttribute(each)}>
              <th scope="row">
                <button type="button" className="text-button" lang="" onClick={() => onOpen(each)}>
                  {each.id}
                </button>
              </th>
              <td>
                <ShortExpectation expect={each.expect} />
              </td>
              <td>
                <CaseStanding result={resultOf(each)} waiting={proving} />
              </td>
              {editable && (
                <td>
                  <Button
                    size="small"
                    aria-label={t('proof.cases.removeOf', { name: each.id })}
                    onClick={() => setRemoving(each)}
                  >
                    {t('proof.cases.remove')}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <Dialog
        open={removing !== undefined}
        title={t('proof.cases.removeTitle')}
        onCancel={() => setRemoving(undefined)}
      >
        <p lang="">{removing?.id}</p>
        <div className="actions">
          <Button
            danger
            onClick={() => {
              if (removing) edit((all) => withoutCase(all, removing));
              setRemoving(undefined);
            }}
          >
            {t('proof.cases.remove')}
          </Button>
          <Button onClick={() => setRemoving(undefined)}>{t('proof.cancel')}</Button>
        </div>
      </Dialog>
    </>
  );
}

interface CaseStandingProps {
  readonly result: CaseResult | undefined;
  readonly waiting: boolean;
}

function CaseStanding({ result, waiting }: CaseStandingProps) {
  const { t } = useLanguage();
  const words = useDifferenceWords();
  if (!result) return <span className="quiet">{t(waiting ? 'proof.cases.waiting' : 'proof.cases.unknown')}</span>;
  if (result.passed) return <span className="case-passed">{t('proof.cases.passed')}</span>;
  return (
    <div className="case-failed">
      {t('proof.cases.failed')}
      <ul className="plain-list">
        {result.differences.slice(0, 4).map((each) => (
          <li key={each.what}>{words(each)}</li>
        ))}
        {result.differences.length > 4 && <li>{t('proof.cases.more', { count: result.differences.length - 4 })}</li>}
      </ul>
    </div>
  );
}
