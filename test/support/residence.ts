/** Owns a change of forms as an administrator makes it: the shipped desk also asks where somebody lives and works. */
import type { SourceFiles } from '@yimen/config';
import { edited } from './next-year.js';
import { configurationFiles } from './shipped.js';

/** The edition that is changed, and the form in it. */
export const residenceId = 'yongzhou/intake/2014';
export const residenceForm = 'application';

/** A township or a community that has to be answered, and any area that may be. */
export function residenceFiles(): SourceFiles {
  return edited(configurationFiles(), `forms/${residenceId}/${residenceForm}.json`, (form) => {
    form.schema.properties.residence = {
      type: 'string',
      title: '居住地',
      format: 'area',
      'x-area-levels': ['township', 'community'],
    };
    form.schema.properties.workplace = { type: 'string', title: '工作地', format: 'area' };
    form.schema.required.push('residence');
    form.steps[0].questions.push('residence', 'workplace');
    form.texts.residence = { en: { title: 'Home' } };
    form.texts.workplace = { en: { title: 'Place of work' } };
  });
}

/** Townships and communities as a table: one of them is closed. */
export const residenceAreas = [
  'id,parent,type,name,name_en,codes,opened,closed,merged_into',
  'ferry,lingling,street,南津渡街道,Nanjindu Subdistrict,,,,',
  'ferry-east,ferry,community,东山社区,Dongshan Community,,,,',
  'ferry-old,ferry,community,老埠头社区,Laobutou Community,,,2020-01-01,',
  'sunrise,lingling,street,朝阳街道,Chaoyang Subdistrict,,,,',
].join('\n');
