import { renderToString } from 'preact-render-to-string';
import { TouchedBills, touchedRows } from '../../src/features/deductions/touched-bills.pages';
import { problemSentence } from '../../src/glossary/sentences';

describe('bills that reach past the first day of a later share table', () => {
  const cost = { name: 'Insurance', note: 'of 2024', paidOn: '2024-07-11', entryId: 'E1' };
  const changed = [
    { owner: 'East', borne: 36_000n, anew: 26_951n },
    { owner: 'West', borne: 48_000n, anew: 57_049n },
  ];

  it('are named with what each owner would bear, and lead to the voucher to be reversed', () => {
    const served = { from: '2024-01-01', to: '2024-12-31' };
    const rows = touchedRows([{ cost, changed, served }], (id) => `/vouchers/${id}`);
    const html = renderToString(<TouchedBills bills={rows} />);
    for (const shown of [
      '<a href="/vouchers/E1">2024年7月11日</a>',
      'East 360.00 → 269.51 元（少 90.49）',
      'West 480.00 → 570.49 元（多 90.49）',
      '重新录入',
    ])
      expect(html).toContain(shown);
    expect(html).not.toContain('按付款那天算');
    expect(renderToString(<TouchedBills bills={[]} />)).toBe('');
  });

  it('are said to go by the day on which they were paid where their days are not known', () => {
    const rows = touchedRows([{ cost, changed, served: undefined }], (id) => `/vouchers/${id}`);
    expect(renderToString(<TouchedBills bills={rows} />)).toContain('</a>（按付款那天算）　of 2024');
  });

  it('are asked of with their number and the day', () => {
    const facts = { validFrom: '2024-10-01', bills: 2 };
    const asked = problemSentence({ code: 'joint.billsBehind', field: 'keepsBills', facts });
    for (const shown of ['有 2 笔', '2024年10月1日', '重新录入']) expect(asked).toContain(shown);
  });
});
