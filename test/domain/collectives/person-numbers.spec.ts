import { readIdentityNumber } from '../../../src/domain/shared/identity-number';
import { hiddenName, maskedNumber, wallName } from '../../../src/domain/shared/masked';
import { type AccountKind, readMobile, readPayAccount } from '../../../src/domain/collectives/pay-account';
import type { Problem } from '../../../src/domain/shared/problem';

const TODAY = '2025-07-11';

describe('identity number', () => {
  it.each([
    ['341202193602290014', '1936-02-29', 'man', 'born on a leap day before any day of the books'],
    ['341202193602290022', '1936-02-29', 'woman', 'an even 17th place'],
    ['34120219850615009x', '1985-06-15', 'man', 'a small x'],
    ['34120219000101001X', '1900-01-01', 'man', 'the earliest year'],
    ['３４１２０２ 19991231-1236', '1999-12-31', 'man', 'full-width digits, a blank and a hyphen'],
  ])('%s: born %s, %s (%s)', (value, bornOn, sex) => {
    const problems: Problem[] = [];
    const read = readIdentityNumber({ field: 'identity', value }, TODAY, problems);
    expect(problems).toEqual([]);
    expect(read).toMatchObject({ bornOn, sex });
    expect(read?.number).toMatch(/^\d{17}[\dX]$/);
  });

  it.each([
    ['', 'form.missing', undefined],
    ['34120219360229001', 'person.identityLength', { length: 17 }],
    ['341202360229001', 'person.identityLength', { length: 15 }],
    ['3412021936022900144', 'person.identityLength', { length: 19 }],
    ['34120219360229O014', 'person.identityLength', { length: 18 }],
    ['041202193602290014', 'person.identityLength', { length: 18 }],
    ['341202193502290014', 'person.identityBirth', undefined],
    ['411400189912310011', 'person.identityBirth', undefined],
    ['341202209901010012', 'person.identityBirth', undefined],
    ['341202193602290015', 'person.identityCheck', undefined],
    ['341202193602920014', 'person.identityBirth', undefined],
    ['431202193602290014', 'person.identityCheck', undefined],
  ])('refuses %j with %s and does not repeat it', (value, code, facts) => {
    const problems: Problem[] = [];
    expect(readIdentityNumber({ field: 'identity', value }, TODAY, problems)).toBeUndefined();
    expect(problems).toEqual([{ code, field: 'identity', ...(facts === undefined ? {} : { facts }) }]);
  });

  it('finds every single mistyped digit and every two neighbours exchanged', () => {
    const right = '341202199912311236';
    const wrong: string[] = [];
    for (let place = 0; place < 17; place += 1) {
      for (const digit of '0123456789') {
        if (digit !== right[place]) wrong.push(right.slice(0, place) + digit + right.slice(place + 1));
      }
      const [one = '', other = ''] = right.slice(place, place + 2);
      if (one !== other) wrong.push(right.slice(0, place) + other + one + right.slice(place + 2));
    }
    const taken = wrong.filter(
      (value) => readIdentityNumber({ field: 'identity', value }, TODAY, []) !== undefined,
    );
    expect(wrong).toHaveLength(17 * 9 + 14);
    expect(taken).toEqual([]);
  });
});

describe('account and mobile number', () => {
  it.each<[string, AccountKind, string | undefined]>([
    ['6217 0000 0000 0006', 'card', undefined],
    ['622848000000000015', 'card', undefined],
    ['6228480000000000018', 'card', undefined],
    ['6217000000000007', 'card', 'person.cardCheck'],
    ['6271000000000006', 'card', 'person.cardCheck'],
    ['621700000000000', 'card', 'person.cardLength'],
    ['62284800000000000181', 'card', 'person.cardLength'],
    ['', 'card', 'form.missing'],
    ['1234567', 'passbook', 'person.passbookLength'],
    ['12345678', 'passbook', undefined],
    ['1'.repeat(32), 'passbook', undefined],
    ['1'.repeat(33), 'passbook', 'person.passbookLength'],
    ['0600A12345', 'passbook', 'person.passbookLength'],
  ])('%j as %s: %s', (value, kind, code) => {
    const problems: Problem[] = [];
    const read = readPayAccount({ field: 'account', value }, kind, problems);
    expect(problems).toEqual(code === undefined ? [] : [{ code, field: 'account' }]);
    expect(read).toBe(code === undefined ? value.replace(/\s/g, '') : undefined);
  });

  it.each([
    ['13800138000', '13800138000', undefined],
    ['+86 138-0013-8000', '13800138000', undefined],
    ['12800138000', undefined, 'person.mobile'],
    ['1380013800', undefined, 'person.mobile'],
    ['', undefined, 'form.missing'],
  ])('mobile %j: %s', (value, number, code) => {
    const problems: Problem[] = [];
    expect(readMobile({ field: 'mobile', value }, problems)).toBe(number);
    expect(problems).toEqual(code === undefined ? [] : [{ code, field: 'mobile' }]);
  });
});

describe('masked', () => {
  it.each([
    ['341202193602290014', 'identity', '341202********0014'],
    ['6217000000000006', 'account', '************0006'],
    ['12345', 'account', '*2345'],
    ['1234', 'account', '*234'],
    ['13800138000', 'mobile', '138****8000'],
  ] as const)('%s as %s is %s', (number, kind, shown) => {
    expect(maskedNumber(number, kind)).toBe(shown);
  });

  it.each([
    ['\u738b\u5c0f\u660e', '\u738b**'],
    ['\u738b', '\u738b'],
    ['\u{2A6A5}\u660e', '\u{2A6A5}*'],
  ])('what may be more than a name, %s, is %s', (name, shown) => {
    expect(hiddenName(name)).toBe(shown);
  });

  it.each([
    ['王明', '王*'],
    ['王小明', '王*明'],
    ['欧阳小梅', '欧阳*梅'],
    ['𠮷野', '𠮷*'],
    ['王𠮷明', '王*明'],
    ['阿卜杜热合曼·艾尔肯', '阿卜杜热合曼·艾*肯'],
    ['王', '王'],
    ['', ''],
  ])('a name %s hangs on the wall as %s', (name, shown) => {
    expect(wallName(name)).toBe(shown);
  });
});
