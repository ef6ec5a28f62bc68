import { renderToString } from 'preact-render-to-string';
import { listedDay } from '../../src/platform/views/day-text';
import { Equation } from '../../src/platform/views/equation';

const textOf = (node: Parameters<typeof renderToString>[0]) => renderToString(node).replace(/<[^>]*>/g, '');

it.each([
  { day: '2025-07-11', from: '2025-01-01', to: '2025-12-31', shown: '07-11' },
  { day: '2024-07-11', from: '2023-07-01', to: '2025-06-30', shown: '2024-07-11' },
  { day: '2025-07-11', from: '2024-07-01', to: '2025-12-31', shown: '2025-07-11' },
  { day: '2026-01-05', from: '2025-07-01', to: '2025-12-31', shown: '2026-01-05' },
])('a list from $from to $to shows $day as $shown', ({ day, from, to, shown }) => {
  expect(listedDay(day, { from, to })).toBe(shown);
});

it('an equation never has two signs in a row', () => {
  const terms = [
    { sign: '', label: 'a', fen: -500n },
    { sign: '+', label: 'b', fen: -100n },
    { sign: '−', label: 'c', fen: -300n },
    { sign: '+', label: 'd', fen: 0n },
    { sign: '=', label: 'e', fen: -300n },
  ] as const;
  expect(textOf(<Equation terms={terms} />)).toBe('a−5.00b−1.00c+3.00d+0.00e=−3.00');
});
