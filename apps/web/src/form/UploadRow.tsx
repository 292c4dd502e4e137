/** Owns showing one file on its way, or why it did not arrive. */
import { CloseOutlined, ExclamationCircleFilled, LoadingOutlined, ReloadOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import { useLanguage } from '../language';
import type { Upload, Uploads } from './use-uploads';

export function UploadRow({ upload, uploads }: { readonly upload: Upload; readonly uploads: Uploads }) {
  const { t } = useLanguage();
  const { file, failure, again, progress } = upload;
  const name = file.name;
  return (
    <li className={failure ? 'file file-failed' : 'file'}>
      <span className="file-body">
        <span className="file-picture">{failure ? <ExclamationCircleFilled /> : <LoadingOutlined />}</span>
        <span className="file-words">
          <span lang="">{name}</span>
          {failure ? (
            <small className="question-error" role="alert">
              {failure}
            </small>
          ) : (
            <Progress
              percent={Math.round(progress * 100)}
              size="small"
              aria-label={t('form.files.sending', { name })}
            />
          )}
        </span>
      </span>
      {again && (
        <Button
          icon={<ReloadOutlined />}
          aria-label={t('form.files.retryOf', { name })}
          onClick={() => uploads.retry(upload)}
        >
          {t('form.files.retry')}
        </Button>
      )}
      <Button
        type="text"
        icon={<CloseOutlined />}
        aria-label={t(failure ? 'form.files.removeOf' : 'form.files.cancelOf', { name })}
        onClick={() => uploads.remove(upload)}
      />
    </li>
  );
}
