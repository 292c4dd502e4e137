/** Owns the files that answers name: that they are there, of the kinds asked for, and read by whoever reads the record. */
import { Inject, Injectable } from '@nestjs/common';
import { type Edition, type FileKind, type Issue, pointerTo, readFacts } from '@yimen/config';
import { type FactsDocument, fileTypes, type StoredFile } from '@yimen/contracts';
import type { Transaction } from '../database/unit-of-work.js';
import { FilesService } from '../files/files.service.js';
import type { Actor } from '../identity/account.js';
import { Refusal } from '../refusal.js';
import { answerIssue } from './answer-issue.js';
import type { Submission } from './submission.js';

/** A file that an answer names. */
export interface NamedFile {
  readonly id: string;
  readonly pointer: string;
  readonly accept: readonly FileKind[];
  /** Whether the question is marked personal. */
  readonly personal: boolean;
}

@Injectable()
export class AnsweredFiles {
  constructor(@Inject(FilesService) private readonly files: FilesService) {}

  /**
   * Refuses facts that name files which are not in one of the areas; those that are not the actor's to read count as
   * such. What was named before may stay, whoever named it.
   */
  async check(
    actor: Actor,
    edition: Edition,
    document: FactsDocument,
    areas: readonly string[],
    before: readonly NamedFile[] = [],
  ): Promise<void> {
    const kept = new Set(before.map(({ id, pointer }) => `${pointer.slice(0, pointer.lastIndexOf('/'))} ${id}`));
    const named = filesIn(edition, document).filter(
      ({ id, pointer }) => !kept.has(`${pointer.slice(0, pointer.lastIndexOf('/'))} ${id}`),
    );
    const ids = named.map(({ id }) => id);
    const there = new Map((await this.files.readable(actor, ids)).map((file) => [file.id, file]));
    const issues = named.flatMap((each) => issueOf(each, areas, there.get(each.id)));
    if (issues.length > 0) throw unusable(issues);
  }

  /** Lets whoever may read a new record read its files. */
  attach(transaction: Transaction, record: Submission, named: readonly NamedFile[]): void {
    this.files.attach(transaction, record, reached(named));
  }

  /** The same for a record that named others before. */
  async reattach(transaction: Transaction, record: Submission, named: readonly NamedFile[]): Promise<void> {
    await this.files.detach(transaction, record.id);
    this.attach(transaction, record, named);
  }

  /** The same for a record of which nobody checked that its files are there. */
  async attachKnown(transaction: Transaction, record: Submission, named: readonly NamedFile[]): Promise<void> {
    const known = await this.files.known(
      transaction,
      named.map(({ id }) => id),
    );
    await this.reattach(
      transaction,
      record,
      named.filter(({ id }) => known.has(id)),
    );
  }
}

/** Every file that answers name, with its place. */
export function filesIn(edition: Edition, document: FactsDocument): NamedFile[] {
  const { facts } = readFacts(edition, document);
  return [...edition.facts.values()].flatMap(({ id: fact, form, type, personal }) =>
    type.kind === 'files'
      ? ((facts[fact] ?? []) as readonly string[]).map((id, index) => ({
          id,
          pointer: pointerTo('', form, fact, index),
          accept: type.accept,
          personal,
        }))
      : [],
  );
}

/** Each file once; what one answer names openly is open. */
function reached(named: readonly NamedFile[]): ReadonlyMap<string, boolean> {
  const files = new Map<string, boolean>();
  for (const { id, personal } of named) files.set(id, personal && files.get(id) !== false);
  return files;
}

function issueOf({ pointer, accept }: NamedFile, areas: readonly string[], file: StoredFile | undefined): Issue[] {
  if (!file || !areas.includes(file.area))
    return [
      answerIssue('unknown-file', pointer, '这个区域没有这个文件，请重新上传', 'The area has no such file; upload it'),
    ];
  if (accept.includes(fileTypes[file.mediaType].kind)) return [];
  return accept.includes('image')
    ? [answerIssue('wrong-file-kind', pointer, '这里要上传图片', 'An image is asked for here')]
    : [answerIssue('wrong-file-kind', pointer, '这里要上传文档', 'A document is asked for here')];
}

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
