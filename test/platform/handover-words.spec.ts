import { handoverWords } from '../../src/glossary/handover-words';
import { labelOf } from '../../src/glossary/terms';

describe('whom a handover names as owing', () => {
  it.each([
    ['112 grid', `112 ${labelOf('counterparty.grid')}`],
    ['113 transit', `113 ${labelOf('counterparty.transit')}`],
    ['112 清溪食品厂', '112 清溪食品厂'],
    ['112 grid 公司', '112 grid 公司'],
    ['211', '211 没写对方'],
  ])('%s', (label, name) => {
    const line = { part: 'debtors', key: 'k', label, text: 'other' };
    expect(handoverWords.line(line).name).toBe(name);
  });
});
