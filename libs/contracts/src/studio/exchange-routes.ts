/** Owns the table of the routes by which editions leave and come back. */
import { editionParams, languageQuery } from '../address.js';
import { areaWorkbook, importQuery, workbookType } from '../area.js';
import { json, type Route } from '../route.js';
import { draftParams } from './draft.js';
import { archive, archiveType, exportQuery, folderImport, listParams, wordType, workbookEdits } from './exchange.js';

const edition = '/api/v1/editions/{authority}/{subject}/{year}';
const draft = '/api/v1/studio/drafts/{id}';

const word = { status: 200, type: wordType, schema: archive } as const;
const workbook = { status: 200, type: workbookType, schema: areaWorkbook } as const;
const folder = { status: 200, type: archiveType, schema: archive } as const;

const ofVersion = { method: 'get', access: 'signed-in', params: editionParams, query: exportQuery } as const;
const ofDraft = { method: 'get', access: 'read-drafts', params: draftParams, query: languageQuery } as const;

export const exchangeRoutes: readonly Route[] = [
  {
    ...ofVersion,
    path: `${edition}/standard.docx`,
    summary: 'The official table of a standard as a Word document',
    answer: word,
    problems: [400, 404],
  },
  {
    ...ofVersion,
    path: `${edition}/standard.xlsx`,
    summary: 'The official table of a standard as a workbook',
    answer: workbook,
    problems: [400, 404],
  },
  {
    ...ofVersion,
    path: `${edition}/folder.zip`,
    summary: 'An edition as the files of a configuration folder',
    answer: folder,
    problems: [400, 404],
  },
  {
    ...ofDraft,
    path: `${draft}/standard.docx`,
    summary: 'The table of a draft as a Word document',
    answer: word,
    problems: [400, 404, 422],
  },
  {
    ...ofDraft,
    path: `${draft}/standard.xlsx`,
    summary: 'The table of a draft as a workbook that may come back',
    answer: workbook,
    problems: [400, 404, 422],
  },
  {
    method: 'post',
    path: `${draft}/standard.xlsx`,
    summary: 'What a workbook would make of a draft; nothing is stored',
    access: 'edit-editions',
    params: draftParams,
    body: areaWorkbook,
    bodyType: workbookType,
    answer: json(workbookEdits),
    problems: [400, 404, 413, 415, 422],
  },
  {
    ...ofDraft,
    path: `${draft}/lists/{list}.xlsx`,
    summary: 'A list of a draft as a workbook',
    params: listParams,
    answer: workbook,
    problems: [400, 404],
  },
  {
    method: 'post',
    path: `${draft}/lists/{list}.xlsx`,
    summary: 'What a workbook would make of a list; nothing is stored',
    access: 'edit-editions',
    params: listParams,
    body: areaWorkbook,
    bodyType: workbookType,
    answer: json(workbookEdits),
    problems: [400, 404, 413, 415, 422],
  },
  {
    ...ofDraft,
    path: `${draft}/folder.zip`,
    summary: 'A draft as the files of a configuration folder',
    answer: folder,
    problems: [400, 404],
  },
  {
    method: 'post',
    path: '/api/v1/studio/folder.zip',
    summary: 'Make a draft of a configuration folder, or only tell what it holds',
    access: 'edit-editions',
    query: importQuery,
    body: archive,
    bodyType: archiveType,
    answer: json(folderImport),
    problems: [400, 403, 409, 413, 415, 422],
  },
];
