import { renderDistributionNotice } from '../../src/features/notices/distribution-sheet';
import { hasPdfToText, pdfText } from './pdf-text';
import { YANGSHUWAN, YANGSHUWAN_OPTIONS } from './yangshuwan.fixture';

const textTest = hasPdfToText() ? test : test.skip;
const squeezed = (text: string): string => text.replace(/\s+/g, '');

const TOLD = [
  {
    ...{ year: 2025, number: 3, receivedOn: '2025-03-02', dueOn: '2025-03-07' },
    answer: { on: '2025-03-05', gist: '土地租金怎么算', words: '按合同每亩一年算' },
  },
  { year: 2025, number: 4, receivedOn: '2025-07-06', dueOn: '2025-07-11' },
  { year: 2025, number: 5, receivedOn: '2025-07-01', dueOn: '2025-07-06' },
];

describe('objections on the next sheet', () => {
  textTest('stand with their count, their answers, and those without one with their deadline', async () => {
    const without = pdfText(await renderDistributionNotice(YANGSHUWAN, YANGSHUWAN_OPTIONS)).join('');
    expect(without).not.toContain('以前公示的意见');
    const sheet = await renderDistributionNotice({ ...YANGSHUWAN, objections: TOLD }, YANGSHUWAN_OPTIONS);
    const text = squeezed(pdfText(sheet).join(''));
    expect(text).toContain('以前公示的意见');
    expect(text).toContain('3条，答复1条。');
    expect(text).toContain(
      '第3号（2025年3月2日收到）问：土地租金怎么算。答：按合同每亩一年算（2025年3月5日答复）。',
    );
    expect(text).toContain('第4号（2025年7月6日收到）还没有答复，2025年7月11日前答复。');
    expect(text).toContain('第5号（2025年7月1日收到）应在2025年7月6日前答复，发布时还没有答复。');
  });
});
