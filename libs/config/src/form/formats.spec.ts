import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formats, formatsWithin, maskAnswer } from './formats.js';

const idNumber = formats['id-number'].check;
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const withCheckDigit = (body: string): string =>
  body + '10X98765432'[[...body].reduce((sum, digit, place) => sum + Number(digit) * (weights[place] ?? 0), 0) % 11];

describe('An identity number', () => {
  it('is known by its check digit', () => {
    expect(idNumber('11010519491231002X')).toBe(true);
    expect(idNumber('440524188001010014')).toBe(true);
    expect(idNumber('440524188001010015')).toBe(false);
  });

  it('has exactly one check digit for any place, order and existing day', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 110000, max: 659999 }),
        day,
        fc.integer({ min: 100, max: 999 }),
        (place, birth, order) => {
          const body = `${place}${birth.toISOString().slice(0, 10).replaceAll('-', '')}${order}`;
          expect([...'0123456789X'].filter((digit) => idNumber(body + digit))).toEqual([withCheckDigit(body).at(-1)]);
        },
      ),
    );
  });

  it.each([
    ['a day that does not exist', withCheckDigit('11010519490230002')],
    ['letters', '11010519491231O02X'],
    ['15 digits', '110105491231002'],
    ['nothing', ''],
  ])('is not one with %s', (_what, text) => {
    expect(idNumber(text)).toBe(false);
  });
});

describe('A telephone number', () => {
  it.each([
    '13800000000',
    '+86 13800000000',
    '0746-8362518',
    '010-12345678'.replace('-1', '-6'),
    '8362518',
    '0746-8362518-12',
  ])('is %s', (text) => {
    expect(formats.phone.check(text)).toBe(true);
  });

  it.each(['12800000000', '1380000000', '138000000000', 'call me', '', '110\n'])('is not %j', (text) => {
    expect(formats.phone.check(text)).toBe(false);
  });
});

describe('A file', () => {
  it.each([
    ['0b7cf0c6-1d1a-4f0e-9a4e-3f1f7f0c2a11', true],
    ['0B7CF0C6-1D1A-4F0E-9A4E-3F1F7F0C2A11', false],
    ['0b7cf0c6-1d1a-4f0e-9a4e-3f1f7f0c2a11/../x', false],
    ['data:image/png;base64,AAAA', false],
    ['', false],
  ])('named %j: %s', (text, good) => {
    expect(formats.file.check(text)).toBe(good);
  });
});

describe('An area', () => {
  it.each([
    ['lingling', true],
    ['area-12-7', true],
    ['a'.repeat(60), true],
    ['a'.repeat(61), false],
    ['Lingling', false],
    ['lingling-', false],
    ['a--b', false],
    ['1st', false],
    ['零陵区', false],
    ['lingling\n', false],
    ['', false],
  ])('named %j: %s', (text, good) => {
    expect(formats.area.check(text)).toBe(good);
  });

  it('shows nothing of itself where it is personal', () => {
    expect(formats.area.mask('lingling')).toBe('********');
  });
});

describe('A date', () => {
  it.each([
    ['2014-08-13', true],
    ['2016-02-29', true],
    ['2015-02-29', false],
    ['2014-8-13', false],
    ['2014-08-13T00:00', false],
  ])('%s: %s', (text, good) => {
    expect(formats.date.check(text)).toBe(good);
  });
});

describe('A masked answer', () => {
  it.each([
    ['id-number', '11010519491231002X', '110***********002X'],
    ['phone', '13800001234', '138****1234'],
    ['phone', '0746-8362518', '********2518'],
    ['date', '1949-12-31', '**********'],
  ] as const)('of the format %s tells of %s no more than %s', (format, text, masked) => {
    expect(formats[format].mask(text)).toBe(masked);
  });

  it.each([
    ['张三丰', '张**'],
    ['欧', '***'],
    ['湖南省永州市零陵区南津渡街道1号', '湖***********'],
    [12, '***'],
    [['a'], '***'],
  ])('without a format tells of %j no more than %s', (answer, masked) => {
    expect(maskAnswer(answer)).toBe(masked);
  });

  it('never holds more than half of what was answered', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(formats)), fc.string({ minLength: 1 }), ({ mask }, text) => {
        const shown = [...mask(text)].filter((character) => character !== '*').length;
        expect(shown).toBeLessThanOrEqual(7);
        expect(shown === 0 || shown < [...text].length).toBe(true);
      }),
    );
  });
});

describe('Own words', () => {
  const within = (text: string) => formatsWithin(text).map(({ id }) => id);

  it.each([
    '申请人身份证11010519491231002X有误',
    '身份证 110105 1949 1231 002x',
    '110105-19491231-0021',
    '１１０１０５１９４９１２３１００２Ｘ',
    '110105\u200b19491231002X',
    '旧证110105491231002',
  ])('hold an identity number in %j', (text) => {
    expect(within(text)).toEqual(['id-number']);
  });

  it.each([
    '电话13800001234，改',
    'call 138 0000 1234',
    '138-0000-1234',
    '1380 000 1234',
    '138.000.01234',
    '+86 13800001234',
    '008613800001234',
    '联系0746-8362518',
    '(0746)8362518',
    '１３８００００１２３４',
  ])('hold a telephone number in %j', (text) => {
    expect(within(text)).toEqual(['phone']);
  });

  it.each([
    '核对申请人身份',
    '永政办函〔2014〕97号',
    '1949-10-01 100 元，2014-08-13 起',
    '2014-08-13 2014-09-01 14:30',
    '补贴 12345678901234567890 号',
    '共 13 户 2500 元',
    '8362518',
    '4fb20ed3-63c1-4e5b-8a4c-1f6d7b2c9e10',
    '',
  ])('hold nothing of a person in %j', (text) => {
    expect(within(text)).toEqual([]);
  });

  it('hold every number that a form would take, whatever stands around it', () => {
    const around = fc.constantFrom('', '，', ' ', '号', '(', 'tel:');
    const mobile = fc.integer({ min: 3_000_000_000, max: 9_999_999_999 }).map((number) => `1${number}`);
    fc.assert(
      fc.property(around, mobile, around, (before, number, after) => {
        expect(formats.phone.check(number)).toBe(true);
        expect(within(before + number + after)).toEqual(['phone']);
      }),
    );
  });

  it('are read in time that grows with their length', () => {
    const [long, longer] = [2000, 20_000].map((length) => '1 3 8'.repeat(length));
    for (const text of [long, longer]) expect(within(text ?? '')).toEqual([]);
  });
});
