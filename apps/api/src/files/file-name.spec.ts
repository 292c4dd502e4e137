import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanName } from './file-name.js';

describe('The name of a file', () => {
  it.each([
    ['照片 1.JPG', '照片 1.JPG'],
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\boot.ini', 'boot.ini'],
    ['C:\\Users\\me\\申请书.docx', '申请书.docx'],
    ['/', 'file.pdf'],
    ['..', 'file.pdf'],
    ['', 'file.pdf'],
    ['a\u0000.pdf', 'a.pdf'],
    ['a\r\nSet-Cookie: x=y.pdf', 'aSet-Cookie: x=y.pdf'],
    ['photo\u202Egpj.exe', 'photogpj.exe'],
    ['\u200B\uFEFF.pdf', 'pdf'],
    ['\uD800x.pdf', 'x.pdf'],
    ['.htaccess', 'htaccess'],
    ['e\u0301.pdf', 'é.pdf'],
    ['x.pdf. . ', 'x.pdf'],
  ])('%j becomes %j', (sent, kept) => {
    expect(cleanName(sent, 'pdf')).toBe(kept);
  });

  it('keeps its end when it is too long', () => {
    expect([...cleanName(`${'长'.repeat(300)}.docx`, 'docx')]).toHaveLength(200);
    expect(cleanName(`${'长'.repeat(300)}.docx`, 'docx')).toMatch(/^长+\.docx$/u);
  });

  it('is never empty, never longer than 200 characters, never a path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (sent) => {
        const name = cleanName(sent, 'pdf');
        expect([...name].length).toBeGreaterThan(0);
        expect([...name].length).toBeLessThanOrEqual(200);
        expect(name).not.toMatch(/[/\\\p{Cc}\p{Cf}]|^\.+$/u);
      }),
    );
  });
});
