/** Owns a change of forms as an administrator makes it: the shipped desk also asks for photos and for a paper. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SourceFiles } from '@yimen/config';
import { edited } from './next-year.js';
import { configurationFiles } from './shipped.js';

/** The edition that is changed, and the form in it. */
export const evidenceId = 'yongzhou/intake/2014';
export const evidenceForm = 'application';

const files = { type: 'string', format: 'file' };

/** Photos of the site, at least one of them where any is asked for, and one signed paper. */
export function evidenceFiles(): SourceFiles {
  return edited(configurationFiles(), `forms/${evidenceId}/${evidenceForm}.json`, (form) => {
    form.schema.properties.sitePhotos = {
      type: 'array',
      title: '现场照片',
      description: '拍清门牌和住房情况',
      items: files,
      minItems: 1,
      maxItems: 3,
      'x-accept': ['image'],
    };
    form.schema.properties.signedPaper = {
      type: 'array',
      title: '签字的申请书',
      items: files,
      maxItems: 1,
      'x-accept': ['document'],
    };
    form.schema.required.push('sitePhotos');
    form.steps[0].questions.push('sitePhotos', 'signedPaper');
    form.texts.sitePhotos = { en: { title: 'Photos of the site', description: 'Show the door plate and the housing' } };
    form.texts.signedPaper = { en: { title: 'Signed application' } };
  });
}

/** Lays configuration out as a folder of its own, and returns the variables under which a server publishes it. */
export function layOut(sources: SourceFiles, folder: string): Record<string, string> {
  for (const [path, text] of Object.entries(sources)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return { CONFIG_DIR: folder };
}
