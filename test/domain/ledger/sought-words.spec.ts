import { mayBeName, readSoughtWords, speakOf } from '../../../src/domain/ledger/sought-words';

describe('what somebody who looks for something typed', () => {
  it.each([
    ['48', { amount: 4_800n, voucherNumber: 48 }],
    ['0048', { amount: 4_800n, voucherNumber: 48 }],
    ['记-0048', { amount: undefined, voucherNumber: 48 }],
    ['记48', { amount: undefined, voucherNumber: 48 }],
    ['４，１５５．８４', { amount: 415_584n, voucherNumber: undefined }],
    ['4155.84', { amount: 415_584n, voucherNumber: undefined }],
    ['4,155.8', { amount: 415_580n, voucherNumber: undefined }],
    ['1234567', { amount: 123_456_700n, voucherNumber: undefined }],
    ['0', { amount: 0n, voucherNumber: undefined }],
    ['2025-06', { amount: undefined, voucherNumber: undefined }],
    ['电费48', { amount: undefined, voucherNumber: undefined }],
    ['4155.845', { amount: undefined, voucherNumber: undefined }],
  ])('%s may be an amount or the number of a voucher', (typed, meant) => {
    expect(readSoughtWords(typed)).toMatchObject(meant);
  });

  it.each(['', '  ', '\u3000'])('"%s" is nothing', (typed) => {
    expect(readSoughtWords(typed)).toBeUndefined();
  });

  it.each([
    ['market', ['The Market Hall'], true],
    ['ａ１２', ['Plate A12-7'], true],
    ['t h e', ['The Market Hall'], true],
    ['market', ['Mark', 'et', undefined], false],
    ['%', ['100 of it'], false],
    [' ', ['a b'], false],
  ])('%s is looked for in %j without blanks, width and case: %s', (text, texts, found) => {
    expect(speakOf({ text }, texts)).toBe(found);
  });

  it.each([
    ['王建', true],
    ['Wang', true],
    ['48', false],
    ['4155.84', false],
    ['34120219360229001X', false],
    ['记-0048', false],
  ])('%s may be a name: %s', (text, may) => {
    expect(mayBeName({ text })).toBe(may);
  });
});
