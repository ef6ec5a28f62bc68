import type { VNode } from 'preact';
import type { FenText } from '../../domain/notices/distribution-notice';
import type { PublishedFacts } from '../../domain/notices/year-plan-notice';
import { Money } from '../../platform/views/money';

/** The three figures of a sheet that a reader holds against the paper. */
export function HeldFigures({ sums }: { readonly sums: PublishedFacts['sums'] }): VNode {
  return (
    <>
      {heldOf(sums).map(([name, fen]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <Money fen={BigInt(fen)} />
          </dd>
        </div>
      ))}
    </>
  );
}

function heldOf(sums: PublishedFacts['sums']): [name: string, fen: FenText][] {
  if ('distributable' in sums)
    return [
      ['可分配收益', sums.distributable],
      ['这次共分', sums.planned],
      ['留到下期', sums.leftOver],
    ];
  return [
    ['预计能用', sums.expected],
    ['打算用', sums.used],
    ['还没安排', sums.left],
  ];
}
