import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ASSET_CARD } from '../../../src/features/assets/asset-card-paper';
import { ASSET_LABEL } from '../../../src/features/assets/asset-card-sheet';
import { DELIBERATION_RECORD } from '../../../src/features/distribution/deliberation-record';
import { voucherWords } from '../../../src/features/ledger/voucher-sheet-words';
import { HANDOVER, handoverSheet } from '../../../src/features/months/handover-sheet';
import { HOUSEHOLD_SLIP } from '../../../src/features/notices/household-slip-paper';
import { PAY_ADVICE } from '../../../src/features/payouts/pay-advice-sheet';
import { type PaperShape, paperTemplate, readPaper } from '../../../src/platform/papers/paper-template';
import { HANDED } from './papers.fixture';

const SHAPES: readonly PaperShape<string>[] = [
  ...[ASSET_CARD, ASSET_LABEL, DELIBERATION_RECORD, HANDOVER, HOUSEHOLD_SLIP, PAY_ADVICE],
];
const yamlOf = (paper: string): string =>
  readFileSync(join(__dirname, `../../../templates/papers/${paper}.yaml`), 'utf8');
const own = yamlOf('handover');
const factsFor = ({ wordings }: PaperShape<string>, word: string): Record<string, string> =>
  Object.fromEntries((wordings[word] ?? '').split(' ').map((name) => [name.replace('!', ''), '好']));
const SAID = "  - { field: said, heading: '说明', width: 72 }\n";

describe('the template of a paper of the office', () => {
  it.each(SHAPES.map((shape) => [shape.paper, shape] as const))('is whole as shipped: %s', (_name, shape) => {
    const { say, columns } = paperTemplate(shape);
    for (const word of Object.keys(shape.wordings)) expect(say(word, factsFor(shape, word))).not.toBe('');
    expect(columns.map(({ field }) => field).sort()).toEqual([...(shape.columns ?? [])].sort());
  });

  it('is whole as shipped: voucher', () => {
    expect(voucherWords()('totals.capitals', { figures: '壹元整' })).toBe('合计（大写）壹元整');
  });

  it('gives a county its own words, order, widths, signatures and notes', () => {
    const theirs = own
      .replace('移交表', '财务工作移交清单')
      .replace(SAID, '')
      .replace('columns:\n', `columns:\n${SAID}`)
      .replace('notes: []', "notes: ['本表一式三份,交出人、接收人、镇里各一份。']");
    const { say, columns, notes } = readPaper(HANDOVER, theirs);
    expect(say('title')).toBe('财务工作移交清单');
    expect(columns.map(({ field }) => field)).toEqual(['said', 'thing', 'amount']);
    expect(notes).toEqual(['本表一式三份，交出人、接收人、镇里各一份。']);
  });

  it.each([
    ['another paper', own.replace('paper: handover', 'paper: voucher'), 'sheetWrong'],
    ['a signature hidden', own.replace("  taken-by: '接收人(签字):'\n", ''), 'keyMissing'],
    ['a signature emptied', own.replace('接收人(签字):', ''), 'wordEmpty'],
    ['the name of who takes over hidden', own.replace('接收人:{name}', '接收人'), 'factMissing'],
    ['a fact nobody knows', own.replace('截至{day}', '截至{day}{hour}'), 'factUnknown'],
    ['a line nobody knows', own.replace('papers:', 'motto: 好\npapers:'), 'keyUnknown'],
    ['a column hidden', own.replace(SAID, ''), 'columnMissing'],
    ['a column twice', own.replace(SAID, SAID + SAID), 'columnUnknown'],
    ['a column without a heading', own.replace("heading: '说明'", "heading: ''"), 'columnWrong'],
    ['columns too wide for the paper', own.replace('width: 36', 'width: 37'), 'tooWide'],
    ['notes that are no text', own.replace('notes: []', 'notes: [1]'), 'keyUnknown'],
  ])('is refused with %s', (_what, wrong, code) => {
    expect(wrong).not.toBe(own);
    expect(() => readPaper(HANDOVER, wrong)).toThrow(`template.${code}`);
  });

  it('has no room for notes on a form of a fixed size', () => {
    const more = `${yamlOf('pay-advice')}notes: ['请保管好']\n`;
    expect(() => readPaper(PAY_ADVICE, more)).toThrow('template.keyUnknown');
  });

  it('is what the handover sheet is drawn of', () => {
    const sheet = handoverSheet('杨树湾村股份经济合作社', HANDED);
    expect(sheet.columns.map(({ head, kind }) => [head, kind])).toEqual([
      ['项目', 'text'],
      ['说明', 'text'],
      ['金额（元）', 'money'],
    ]);
    expect(sheet.signatures).toEqual(['交出人（签字）：', '接收人（签字）：', '监交人（签字）：']);
    expect(sheet.remarks).toContain('接收人：郑会计');
  });
});
