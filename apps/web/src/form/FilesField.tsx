/** Owns questions answered by files: chosen, dropped or photographed, each with the server before it counts. */
import { CameraOutlined, DeleteOutlined, InboxOutlined } from '@ant-design/icons';
import type { FieldProps, RJSFSchema } from '@rjsf/utils';
import { useQuery } from '@tanstack/react-query';
import { type FileKind, fileKinds } from '@yimen/config';
import { Button, Upload as Chooser } from 'antd';
import { useRef } from 'react';
import { useLanguage } from '../language';
import { fileQuery } from '../server/queries';
import { acceptOf, wordFor } from './file-choice';
import { describedBy, frameOf, QuestionFrame } from './QuestionFrame';
import { StoredFileLink } from './StoredFileLink';
import type { FormContext } from './templates';
import { UploadRow } from './UploadRow';
import { useUploads } from './use-uploads';
import './files.css';

/** Whether the device is held in a hand, and so has a camera where it is needed. */
const handheld = matchMedia('(pointer: coarse)').matches;

/** What becomes of each of the chosen files; the component library keeps none of them. */
type Take = (file: File, chosen: readonly File[]) => typeof Chooser.LIST_IGNORE;

export default function FilesField(props: FieldProps) {
  const { schema, formData, onChange, fieldPathId, rawErrors, registry } = props;
  const { t } = useLanguage();
  const id = fieldPathId.$id;
  const { minItems: least = 0, maxItems: most = 1 } = schema;
  const accept = (schema as RJSFSchema & { 'x-accept'?: readonly FileKind[] })['x-accept'] ?? fileKinds;
  const answered = Array.isArray(formData);
  const ids = (formData ?? []) as readonly string[];
  // Files arrive in any order, between two drawings too.
  const latest = useRef(ids);
  latest.current = ids;
  const change = (next: readonly string[] | undefined) => {
    latest.current = next ?? [];
    onChange(next && [...next], fieldPathId.path);
  };
  const uploads = useUploads(accept, (registry.formContext as FormContext).area, (file) =>
    change([...latest.current, file.id]),
  );
  const room = most - ids.length - uploads.list.length;
  /** Called for each of the chosen files; those beyond the room are left. */
  const take: Take = (file, chosen) => {
    if (chosen.indexOf(file) < room) uploads.start(file);
    return Chooser.LIST_IGNORE;
  };
  const remove = (gone: string) => change(ids.length > 1 ? ids.filter((each) => each !== gone) : undefined);
  return (
    <QuestionFrame {...frameOf(props)}>
      <fieldset className="files" id={id} aria-label={schema.title} {...describedBy(id, Boolean(rawErrors?.length))}>
        {ids.length + uploads.list.length > 0 && (
          <ul className="files-list">
            {ids.map((each) => (
              <StoredRow key={each} id={each} onRemove={() => remove(each)} />
            ))}
            {uploads.list.map((upload) => (
              <UploadRow key={upload.key} upload={upload} uploads={uploads} />
            ))}
          </ul>
        )}
        {room > 0 && <FileChooser accept={accept} several={most > 1} take={take} />}
        <div className="ticks-all">
          {least === 0 && ids.length + uploads.list.length === 0 && (
            <Button
              size="small"
              type={answered ? 'primary' : 'default'}
              aria-pressed={answered}
              onClick={() => change([])}
            >
              {t('form.files.none')}
            </Button>
          )}
          <span className="ticks-count" aria-live="polite">
            {answered ? t('form.files.count', { count: ids.length, most }) : t('form.files.open', { most })}
          </span>
        </div>
      </fieldset>
    </QuestionFrame>
  );
}

interface FileChooserProps {
  readonly accept: readonly FileKind[];
  readonly several: boolean;
  readonly take: Take;
}

function FileChooser({ accept, several, take }: FileChooserProps) {
  const { t } = useLanguage();
  const choosing = { showUploadList: false, beforeUpload: take };
  return (
    <div className="files-choose">
      <Chooser.Dragger {...choosing} multiple={several} accept={acceptOf(accept)}>
        <InboxOutlined /> {t(`form.files.${handheld ? 'choose' : 'drop'}.${wordFor(accept)}`)}
      </Chooser.Dragger>
      {handheld && accept.includes('image') && (
        <Chooser {...choosing} accept="image/*" capture="environment" hasControlInside>
          <Button icon={<CameraOutlined />}>{t('form.files.photograph')}</Button>
        </Chooser>
      )}
    </div>
  );
}

function StoredRow({ id, onRemove }: { readonly id: string; readonly onRemove: () => void }) {
  const { t } = useLanguage();
  const { data } = useQuery(fileQuery(id));
  return (
    <li className="file">
      <StoredFileLink id={id} />
      <Button
        type="text"
        icon={<DeleteOutlined />}
        aria-label={t('form.files.removeOf', { name: data?.name ?? '' })}
        onClick={onRemove}
      />
    </li>
  );
}
