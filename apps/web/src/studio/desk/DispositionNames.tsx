/** Owns what a desk calls its outcomes, and which questions it rests on. */
import { pointerTo } from '@yimen/config';
import { events } from '@yimen/engine';
import type { Dictionary } from '@yimen/engine/editing';
import { useLanguage } from '../../language';
import { useDraft } from '../draft/draft-context';
import { ChoiceField, LocalizedField } from '../draft/fields';

export interface DispositionNamesProps {
  readonly document: string;
  readonly dictionary: Dictionary;
}

export function DispositionNames({ document, dictionary }: DispositionNamesProps) {
  const { t, say } = useLanguage();
  const { documents } = useDraft();
  const { dispositions = {} } = (documents[document] ?? {}) as { readonly dispositions?: object };
  const facts = [...dictionary.facts.values()];
  const offered = (kind: string) =>
    facts.filter(({ type }) => type?.kind === kind).map(({ id, title }) => ({ value: id, label: say(title) }));
  return (
    <section className="card" aria-labelledby="dispositions">
      <h2 id="dispositions">{t('desk.dispositions')}</h2>
      <p className="quiet">{t('desk.dispositionsHelp')}</p>
      <div className="draft-fields desk-names">
        {Object.keys(dispositions).map((id) => {
          const label = events.get(id as never)?.label;
          const name = label ? say(label) : id;
          const pointer = pointerTo('', 'dispositions', id);
          return [
            <LocalizedField
              key={`${id} title`}
              document={document}
              pointer={`${pointer}/title`}
              label={t('desk.title', { name })}
            />,
            <LocalizedField
              key={`${id} notice`}
              document={document}
              pointer={`${pointer}/notice`}
              label={t('desk.notice', { name })}
              optional
            />,
          ];
        })}
      </div>
      <h2>{t('desk.facts')}</h2>
      <div className="draft-fields">
        <ChoiceField
          document={document}
          pointer="/department"
          label={t('desk.department')}
          options={offered('choice')}
        />
        <ChoiceField
          document={document}
          pointer="/handedIn"
          label={t('desk.handedIn')}
          options={offered('checklist')}
        />
      </div>
    </section>
  );
}
