import { describe, expect, it } from '@jest/globals';
import { freeText } from './free-text.js';

const read = (text: string) => freeText(2, 200).safeParse(text);

describe('A text that the trail keeps', () => {
  it('is taken in own words', () => {
    expect(read(' 核对申请人身份 ').data).toBe('核对申请人身份');
  });

  it.each([
    ['查 11010519491231002X', ['身份证号码']],
    ['回电 138 0000 1234', ['电话号码']],
    ['11010519491231002X，13800001234', ['身份证号码', '电话号码']],
  ])('is refused with a number that tells of a person: %s', (text, labels) => {
    const said = read(text).error?.issues.map((issue) => (issue.code === 'custom' ? issue.params?.said : undefined));
    expect(said?.map(({ code }) => code)).toEqual(labels.map(() => 'personal-data'));
    expect(said?.map(({ message }) => message.zh)).toEqual(labels.map((label) => expect.stringContaining(label)));
    expect(JSON.stringify(said)).not.toMatch(/\d{5}/u);
  });

  it('has a length', () => {
    expect([read('x').success, read('x'.repeat(201)).success]).toEqual([false, false]);
  });
});
