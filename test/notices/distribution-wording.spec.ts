import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWording } from '../../src/features/notices/distribution-sheet-wording';

const shipped = readFileSync(join(__dirname, '../../templates/notices/distribution.yaml'), 'utf8');

describe('the template of the distribution sheet', () => {
  test('is whole as shipped', () => {
    expect(readWording(shipped)('carry.forward')).toBe('转下页');
  });

  test.each([
    ['another sheet', shipped.replace('sheet: distribution', 'sheet: wages'), 'template.sheetWrong'],
    ['a wording is missing', shipped.replace(/^signature:.*$/m, ''), 'template.keyMissing'],
    ['a wording is unknown', `${shipped}\nmotto: '好'\n`, 'template.keyUnknown'],
    ['a fact is unknown', shipped.replace('{days}天', '{day}天'), 'template.factUnknown'],
    ['a number stands for a wording', `${shipped}\nmotto: 5\n`, 'template.keyUnknown'],
  ])('is refused when %s', (_, yaml, code) => {
    expect(() => readWording(yaml)).toThrow(code);
  });

  test('leaves out the fragments whose fact the sheet lacks', () => {
    const say = readWording(shipped);
    expect(say('deductions.area', { mu: '4.20', price: '800', part: '半年' })).toBe(
      '4.20亩×800元/亩·年×半年',
    );
    expect(say('contacts.answer')).not.toContain('{');
  });
});
