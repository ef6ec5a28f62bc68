import type { VNode } from 'preact';
import type { Fen } from '../../domain/money/fen';
import type { FenText } from '../../domain/notices/distribution-notice';
import type { PublishedFacts } from '../../domain/notices/published-facts';
import type { DrawnReport } from '../../domain/notices/report-notice';
import { Money } from '../../platform/views/money';
import { reportTemplate, requireShape } from './report-template';
import { toldFacts } from './report-words';

/** A figure by the name it bears on the paper; a `count` is a number of something and no money. */
export type HeldFigure = readonly [name: string, fen: FenText, unit?: 'count'];

/** A figure: an amount, or a number of something. */
export function Figure({ fen, unit }: { readonly fen: Fen; readonly unit?: 'count' | undefined }): VNode {
  return unit === 'count' ? <span class="money">{String(fen)}</span> : <Money fen={fen} />;
}

/** The figures of a sheet that a reader holds against the paper. */
export function HeldFigures({ held }: { readonly held: readonly HeldFigure[] }): VNode {
  return (
    <>
      {held.map(([name, fen, unit]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <Figure fen={BigInt(fen)} unit={unit} />
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
export function namedSums(notice: Pick<DrawnReport, 'heading' | 'sums' | 'facts'>): HeldFigure[] {
  const { heading, sums } = notice;
  const { say } = reportTemplate(heading.sheet);
  const { sums: names, counts } = requireShape(heading);
  const told = toldFacts(notice);
  return names.map((name) => {
    const figure = [say(`sums.${name}`, told), sums[name] ?? '0'] as const;
    return counts === true ? [...figure, 'count'] : figure;
  });
}
