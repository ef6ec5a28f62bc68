import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DISTRIBUTION } from '../../src/features/notices/distribution-sheet-wording';
import { readWording } from '../../src/features/notices/sheet-wording';

const template = (sheet: string): string =>
  readFileSync(join(__dirname, `../../templates/notices/${sheet}.yaml`), 'utf8');
const shared = template('common');
const own = template('distribution');

describe('the template of the distribution sheet, with the one all sheets share', () => {
  test('is whole as shipped', () => {
    const say = readWording(DISTRIBUTION, { own, shared });
    expect(say('carry.forward')).toBe('转下页');
    expect(say('uses.left-over')).toBe('留到下期');
  });

  test.each([
    ['another sheet', { own: own.replace('sheet: distribution', 'sheet: wages'), shared }, 'sheetWrong'],
    ['another sheet for the shared one', { own, shared: own }, 'sheetWrong'],
    ['a wording is missing', { own: own.replace(/^subject:.*$/m, ''), shared }, 'keyMissing'],
    ['a shared wording is missing', { own, shared: shared.replace(/^signature:.*$/m, '') }, 'keyMissing'],
    ['a wording is unknown', { own: `${own}\nmotto: '好'\n`, shared }, 'keyUnknown'],
    ['a shared wording is unknown', { own, shared: `${shared}\nmotto: '好'\n` }, 'keyUnknown'],
    ['a sheet says anew what all say', { own: `${own}\nsignature: '签'\n`, shared }, 'keyUnknown'],
    ['a fact is unknown', { own, shared: shared.replace('{days}天', '{day}天') }, 'factUnknown'],
    ['a wording is emptied', { own: own.replace(/^subject:.*$/m, "subject: ''"), shared }, 'wordEmpty'],
    ['a shared wording is emptied', { own, shared: shared.replace("'监督委员会签字'", "' '") }, 'wordEmpty'],
    ['the days are hidden', { own, shared: shared.replace('公示{days}天:', '公示:') }, 'factMissing'],
    ['a number stands for a wording', { own: `${own}\nmotto: 5\n`, shared }, 'keyUnknown'],
  ])('is refused when %s', (_, templates, code) => {
    expect(() => readWording(DISTRIBUTION, templates)).toThrow(`template.${code}`);
  });

  test('leaves out the fragments whose fact the sheet lacks', () => {
    const say = readWording(DISTRIBUTION, { own, shared });
    expect(say('deductions.area', { mu: '4.20', price: '800', part: '半年' })).toBe(
      '4.20亩×800元/亩·年×半年',
    );
    expect(say('contacts.answer')).not.toContain('{');
  });
});
