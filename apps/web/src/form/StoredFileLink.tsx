/** Owns showing a file that the server has: what it looks like, its name as the way to it, its size. */
import { FileImageOutlined, FileTextOutlined, WarningFilled } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { fileTypes, type StoredFile } from '@yimen/contracts';
import { useLanguage } from '../language';
import { fileContent, fileQuery } from '../server/queries';
import './files.css';

/** Images that every browser can draw. */
const DRAWN = new Set<string>(['image/jpeg', 'image/png', 'image/webp']);

export function StoredFileLink({ id }: { readonly id: string }) {
  const { t } = useLanguage();
  const file = useQuery(fileQuery(id));
  if (file.isError)
    return (
      <span className="file-body">
        <span className="file-picture file-gone">
          <WarningFilled />
        </span>
        {t('form.files.gone')}
      </span>
    );
  if (!file.data) return <span className="file-body">{t('state.loading')}</span>;
  const shown = DRAWN.has(file.data.mediaType);
  return (
    <span className="file-body">
      <FilePicture file={file.data} />
      <span className="file-words">
        <a
          href={fileContent(id, shown)}
          {...(shown ? { target: '_blank', rel: 'noreferrer' } : { download: '' })}
          lang=""
        >
          {file.data.name}
        </a>
        <small>{t('form.files.size', { size: megabytes(file.data.size) })}</small>
      </span>
    </span>
  );
}

/** With one decimal, and never nothing. */
const megabytes = (bytes: number): string => Math.max(0.1, bytes / 1024 ** 2).toFixed(1);

function FilePicture({ file: { id, mediaType } }: { readonly file: StoredFile }) {
  if (DRAWN.has(mediaType)) return <img className="file-picture" src={fileContent(id, true)} alt="" loading="lazy" />;
  return (
    <span className="file-picture">
      {fileTypes[mediaType].kind === 'image' ? <FileImageOutlined /> : <FileTextOutlined />}
    </span>
  );
}
