import { hasPrivateNumber, privateNumberProblems } from '../../../src/domain/shared/private-number';

describe('a private number in a text', () => {
  it.each([
    { text: 'to 11010119900307123X', found: true },
    { text: '110101 19900307 1234', found: true },
    { text: 'number 110101900307123.', found: true },
    { text: '王某１３８ 0013-8000', found: true },
    { text: 'card 6228 4801 2345 6789', found: true },
    { text: '6228480123456789012', found: true },
    { text: '卡6217-0012-3456-7890-123付', found: true },
    { text: '', found: false },
    { text: 'invoice 25342000000012345678', found: false },
    { text: 'an order of 8 places 62284801', found: false },
    { text: '91341200MA2TXXXX0K', found: false },
    { text: 'a number of 12 places 138001380001', found: false },
    { text: '110101199013071234', found: false },
    { text: 'rent of 2025-01-01 to 2025-12-31', found: false },
    { text: '62284801234567890123', found: false },
  ])('$text: $found', ({ text, found }) => {
    expect(hasPrivateNumber(text)).toBe(found);
  });

  it('is told by the field that carries it, without the number', () => {
    const typed = { name: 'Li', note: 'call 13800138000', reason: undefined };
    expect(privateNumberProblems(typed)).toEqual([{ code: 'form.privateNumber', field: 'note' }]);
  });
});
