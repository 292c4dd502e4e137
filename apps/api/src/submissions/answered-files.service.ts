/** Owns the check that the files named in answers are there, where the record is stored, of the kinds asked for. */
import { Inject, Injectable } from '@nestjs/common';
import { type Edition, type FileKind, type Issue, pointerTo, readFacts } from '@yimen/config';
import { type FactsDocument, fileTypes, type StoredFile } from '@yimen/contracts';
import { FilesService } from '../files/files.service.js';
import { Refusal } from '../refusal.js';

/** A file that an answer names. */
interface NamedFile {
  readonly id: string;
  readonly pointer: string;
  readonly accept: readonly FileKind[];
}

@Injectable()
export class AnsweredFiles {
  constructor(@Inject(FilesService) private readonly files: FilesService) {}

  /** Refuses facts that name files which are not there; those of other areas count as such. */
  async check(edition: Edition, document: FactsDocument, area: string): Promise<void> {
    const named = namedFiles(edition, document);
    const there = await this.files.inArea(
      named.map(({ id }) => id),
      area,
    );
    const issues = named.flatMap((each) => issueOf(each, there.get(each.id)));
    if (issues.length > 0) throw unusable(issues);
  }
}

function namedFiles(edition: Edition, document: FactsDocument): NamedFile[] {
  const { facts } = readFacts(edition, document);
  return [...edition.facts.values()].flatMap(({ id: fact, form, type }) =>
    type.kind === 'files'
      ? ((facts[fact] ?? []) as readonly string[]).map((id, index) => ({
          id,
          pointer: pointerTo('', form, fact, index),
          accept: type.accept,
        }))
      : [],
  );
}

function issueOf({ pointer, accept }: NamedFile, file: StoredFile | undefined): Issue[] {
  if (!file)
    return [issue('unknown-file', pointer, '这个区域没有这个文件，请重新上传', 'The area has no such file; upload it')];
  if (accept.includes(fileTypes[file.mediaType].kind)) return [];
  return accept.includes('image')
    ? [issue('wrong-file-kind', pointer, '这里要上传图片', 'An image is asked for here')]
    : [issue('wrong-file-kind', pointer, '这里要上传文档', 'A document is asked for here')];
}

const issue = (code: string, pointer: string, zh: string, en: string): Issue => ({
  code,
  severity: 'error',
  document: 'input',
  pointer,
  message: { zh, en },
});

const unusable = (issues: readonly Issue[]): Refusal =>
  new Refusal(
    'unacceptable',
    'unusable-files',
    {
      zh: '有的文件不能用，请重新上传，没有保存',
      en: 'Some files cannot be used; upload them again; nothing was stored',
    },
    issues,
  );
