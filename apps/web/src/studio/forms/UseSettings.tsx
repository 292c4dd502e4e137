/** Owns what uses a question, and taking it away when nothing does. */
import { DeleteOutlined } from '@ant-design/icons';
import { Button, Popconfirm } from 'antd';
import { useLanguage } from '../../language';
import { useDraft } from '../draft/draft-context';
import { casesAnswering, deleteQuestion } from '../draft/question-edits';
import { titleOf } from '../draft/question-places';
import type { Use } from '../draft/question-uses';
import { UseList } from '../draft/UseList';
import { useForm } from './forms-context';
import type { QuestionProps } from './Labelled';

export function UseSettings({ placed, uses }: QuestionProps & { readonly uses: readonly Use[] }) {
  const { t, say } = useLanguage();
  const { documents, editable } = useDraft();
  const { document, form, attempt, open } = useForm();
  const { id, question } = placed;
  const count = casesAnswering(documents, form.id, id);
  const remove = () => {
    if (attempt((all) => deleteQuestion(all, document, id)).ok) open({ kind: 'form' });
  };
  const button = (onClick?: () => void) => (
    <Button danger icon={<DeleteOutlined aria-hidden="true" />} onClick={onClick}>
      {t('studioForms.remove')}
    </Button>
  );
  return (
    <section className="settings-part" aria-label={t('studioForms.uses')}>
      <h3>{t('studioForms.uses')}</h3>
      {uses.length === 0 ? (
        <p className="quiet">{t('studioForms.noUses')}</p>
      ) : (
        <UseList uses={uses} words="studioForms" />
      )}
      {editable && uses.length > 0 && (
        <>
          <p className="quiet">{t('studioForms.removeUsed', { count: uses.length })}</p>
          <div>{button(remove)}</div>
        </>
      )}
      {editable && uses.length === 0 && (
        <div>
          <Popconfirm
            title={t('studioForms.removeSure', { name: say(titleOf(form, id, question)) })}
            description={count > 0 ? t('studioForms.removeCases', { count }) : undefined}
            okText={t('studioForms.remove')}
            okButtonProps={{ danger: true }}
            cancelText={t('studioForms.cancel')}
            onConfirm={remove}
          >
            {button()}
          </Popconfirm>
        </div>
      )}
    </section>
  );
}
