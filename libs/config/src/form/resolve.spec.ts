import { describe, expect, it } from '@jest/globals';
import { standardEdition } from '../fixture/tiny-edition.js';
import { resolveForm } from './resolve.js';

const edition = standardEdition();
const form = edition.forms[0];
if (!form) throw new Error('the tiny standard has a form');
const drawn = (lang: 'zh' | 'en'): any => resolveForm(form, edition, lang);

describe('A form is drawn', () => {
  it('with the rows of its lists as choices', () => {
    const { properties } = drawn('zh').schema;
    expect(properties.things).toEqual({
      title: '物品',
      type: 'array',
      uniqueItems: true,
      items: {
        type: 'string',
        oneOf: [
          { const: 'desk', title: '桌' },
          { const: 'lamp', title: '灯' },
        ],
      },
    });
    expect(properties.rooms.items.properties.use.oneOf[0]).toEqual({ const: 'town', title: '镇' });
    expect(JSON.stringify(drawn('zh'))).not.toContain('list:');
  });

  it('in English where the form has English words, else in Chinese', () => {
    const { schema } = drawn('en');
    expect(schema.title).toBe('Visit');
    expect(schema.properties.open).toEqual({ title: 'Open', description: 'Open today', type: 'boolean' });
    expect(schema.properties.owner.oneOf).toEqual([
      { const: 'town', title: 'Town' },
      { const: 'Q1', title: '县' },
      { const: 'none', title: 'Nobody' },
    ]);
    expect(schema.properties.rooms.items.properties.seats.title).toBe('Seats');
    expect(schema.properties.area).toMatchObject({ title: '面积', 'x-unit': 'm²' });
    expect(drawn('zh').schema.properties.area['x-unit']).toBe('平方米');
  });

  it('with its conditions kept and the questions inside them drawn', () => {
    const [branch] = drawn('zh').schema.allOf;
    expect(branch.if).toEqual({ properties: { open: { const: false } }, required: ['open'] });
    expect(branch.then.properties.reason).toEqual({
      title: '原因',
      type: 'string',
      oneOf: [{ const: 'repair', title: '维修' }],
    });
  });

  it('in the order of its steps, with its own hints', () => {
    const { uiSchema } = drawn('zh');
    expect(uiSchema['ui:order'].slice(0, 2)).toEqual(['open', 'area']);
    expect(uiSchema['ui:order'].at(-1)).toBe('*');
    expect(uiSchema.detail).toEqual({ 'ui:widget': 'textarea' });
  });

  it('without touching the form as written', () => {
    const before = JSON.stringify(form);
    drawn('en');
    expect(JSON.stringify(form)).toBe(before);
  });
});
