import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { ShareChangePage } from '../../src/features/deductions/kept-shares.pages';
import { KeptSlipPage } from '../../src/features/income/kept-slip.pages';
import { problemSentence } from '../../src/glossary/sentences';
import type { FormState } from '../../src/platform/views/error-summary';
import { TOWNSHIP_FRAME } from './gallery/gallery-frame';

const textOf = (node: VNode): string =>
  renderToString(node)
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ');

const BLANK: FormState = { values: {}, problems: [], sentence: problemSentence };
const CUT = { month: '2025-05', by: '2025-03-10', from: '2025-06' };
const TOLD = '2025年5月的电费和补贴整月按2025年3月10日起的份额表分，不按天拆开；这张表从2025年6月起分。';

describe('a share table from the middle of a month', () => {
  const changes = [
    { validFrom: '2025-05-16', paper: 'No 9', issuedOn: '2025-05-01', reason: 'agreed', parts: [], cut: CUT },
    { validFrom: '2025-03-01', paper: 'No 8', issuedOn: '2025-02-01', reason: 'agreed', parts: [] },
  ].map((change) => ({ cut: undefined, ...change }));
  const page = {
    frame: TOWNSHIP_FRAME,
    station: 'Station',
    changes,
    touched: [],
    action: '/shares',
    cancelHref: '/asset',
  };
  const facts = { validFrom: '2025-05-16', ...CUT };

  it('is told with the month and its table before it is saved, with a box to be ticked', () => {
    const problems = [{ code: 'joint.cutsMonth', field: 'cutsMonth', facts }];
    const form = { values: { validFrom: '2025-05-16' }, problems, sentence: problemSentence };
    const asked = <ShareChangePage {...page} form={form} />;
    expect(textOf(asked)).toContain('2025年5月的电费和补贴整月都按2025年3月10日起的份额表分，不按天拆开');
    expect(renderToString(asked)).toContain('name="cutsMonth" value="yes"');
    const unasked = <ShareChangePage {...page} form={BLANK} />;
    expect(renderToString(unasked)).not.toContain('cutsMonth');
  });

  it('says so in the list, beside that change alone', () => {
    const text = textOf(<ShareChangePage {...page} form={BLANK} />);
    expect(text.split(TOLD).length).toBe(2);
  });

  it('is named on the slip of the month that it cuts', () => {
    const slip = {
      ...{ frame: TOWNSHIP_FRAME, station: 'Station', generationMonth: '2025-05', kwh: '1', energyFee: 0n },
      ...{ subsidy: 0n, tax: undefined, tableFrom: '2025-03-10', reversed: false, parts: [], notes: [] },
      ...{ split: [], cuts: [], listHref: '/kept', sendAction: '/send' },
    };
    const cut = textOf(<KeptSlipPage {...slip} cut={CUT} />);
    for (const shown of ['按2025年3月10日起的份额表', TOLD]) expect(cut).toContain(shown);
    expect(textOf(<KeptSlipPage {...slip} cut={undefined} />)).not.toContain('不按天拆开');
  });
});
