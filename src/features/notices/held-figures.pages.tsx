import type { VNode } from 'preact';
import type { FenText } from '../../domain/notices/distribution-notice';
import type { PublishedFacts } from '../../domain/notices/published-facts';
import type { DrawnReport } from '../../domain/notices/report-notice';
import { Money } from '../../platform/views/money';
import { reportTemplate, requireShape } from './report-template';

/** A figure by the name it bears on the paper. */
export type HeldFigure = readonly [name: string, fen: FenText];

/** The figures of a sheet that a reader holds against the paper. */
export function HeldFigures({ held }: { readonly held: readonly HeldFigure[] }): VNode {
  return (
    <>
      {held.map(([name, fen]) => (
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

/** Three figures of a plan's sheet; the whole equation of another. */
export function heldFigures(data: PublishedFacts): HeldFigure[] {
  if (data.kind === 'report') return namedSums(data);
  const { sums } = data;
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

/** The equation of a sheet about some days, each sum by its name. */
export function namedSums({ heading, sums }: Pick<DrawnReport, 'heading' | 'sums'>): HeldFigure[] {
  const { say } = reportTemplate(heading.sheet);
  return requireShape(heading).sums.map((name) => [say(`sums.${name}`), sums[name] ?? '0']);
}
