/** Owns a change of indicators as an administrator makes it: documents of the shipped standard, edited as JSON. */
import type { SourceFiles } from '@yimen/config';
import { configurationFiles } from './shipped.js';

/** The edition that is changed. */
export const changedId = 'yongzhou/acceptance/2014';

/** The shipped files with one document edited as JSON. */
export function edited(files: SourceFiles, path: string, edit: (document: any) => void): SourceFiles {
  const document = JSON.parse(files[path] as string);
  edit(document);
  return { ...files, [path]: JSON.stringify(document) };
}

export const lineIn = (category: any, line: string) =>
  category.indicators.flatMap((indicator: any) => indicator.lines).find((each: any) => each.id === line);

/** Next year's change: a ninth required device, `equipment` worth 7 points, `broadband` worth 1. */
export function changedFiles(): SourceFiles {
  const withDevice = edited(configurationFiles(), `rules/${changedId}/lists.json`, (document) => {
    const devices = document.lists.find((list: any) => list.id === 'equipment');
    devices.rows.push({ id: 'projector', title: { zh: '投影仪', en: 'Projector' } });
  });
  return edited(withDevice, `rules/${changedId}/hardware.json`, (category) => {
    lineIn(category, 'equipment').points = 7;
    lineIn(category, 'broadband').points = 1;
  });
}
