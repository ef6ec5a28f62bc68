import { randomBytes } from 'node:crypto';
import {
  fingerprintOf,
  openText,
  personalKeyOf,
  sealedBy,
  sealText,
  WrongSeal,
} from '../../src/platform/secrets/sealed-text';

const key = personalKeyOf(Buffer.alloc(32, 7));
const other = personalKeyOf(Buffer.alloc(32, 8));
const PLACE = 'village/member/1/identity';

describe('sealed text', () => {
  it('opens for its place under any of the keys held, and is never twice the same', () => {
    const sealed = [sealText(key, PLACE, '341202193602290014'), sealText(key, PLACE, '341202193602290014')];
    expect(new Set(sealed).size).toBe(2);
    for (const each of sealed) {
      expect(openText([other, key], PLACE, each)).toBe('341202193602290014');
      expect(each).not.toContain('341202');
      expect(sealedBy(each)).toBe(key.id);
    }
  });

  it('does not open elsewhere, under another key, changed in any of its signs, cut or made up', () => {
    const sealed = sealText(key, PLACE, '\u738b\u5c0f\u660e');
    const changed = [...sealed].map((sign, at) => {
      const bytes = sealed.slice(0, at) + (sign === 'A' ? 'Q' : 'A') + sealed.slice(at + 1);
      return bytes;
    });
    const broken = [
      ...changed,
      sealed.slice(0, -1),
      sealed.slice(0, -4),
      `${sealed}A`,
      's1',
      '',
      's1.a.b.c.d',
    ];
    const opened = broken.filter((each) => {
      try {
        return openText([key], PLACE, each) !== '';
      } catch (error) {
        if (!(error instanceof WrongSeal)) throw error;
        return false;
      }
    });
    expect(
      opened.map((each) => Buffer.from(each.split('.').at(-1) ?? '', 'base64url').toString('hex')),
    ).toEqual(opened.map(() => Buffer.from(sealed.split('.').at(-1) ?? '', 'base64url').toString('hex')));
    expect(() => openText([key], 'village/member/2/identity', sealed)).toThrow(WrongSeal);
    expect(() => openText([other], PLACE, sealed)).toThrow(WrongSeal);
  });

  it('finds a number by the key only', () => {
    const found = fingerprintOf(key, 'village', '341202193602290014');
    expect(found).toMatch(/^[0-9a-f]{64}$/);
    expect(fingerprintOf(key, 'village', '341202193602290014')).toBe(found);
    expect(fingerprintOf(key, 'elsewhere', '341202193602290014')).not.toBe(found);
    expect(fingerprintOf(other, 'village', '341202193602290014')).not.toBe(found);
    expect(fingerprintOf(key, 'village', '341202193602290022')).not.toBe(found);
  });

  it('keeps the parts of a key and its name apart', () => {
    const made = personalKeyOf(randomBytes(32));
    expect(made.sealing.equals(made.finding)).toBe(false);
    expect(key).toEqual(personalKeyOf(Buffer.alloc(32, 7)));
    expect(() => personalKeyOf(Buffer.alloc(31))).toThrow();
  });
});
