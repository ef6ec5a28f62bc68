import type { VNode } from 'preact';
import type { DistributionNotice } from '../../domain/notices/distribution-notice';
import { toldFigure } from '../../domain/notices/notice-reckoning';
import { tellFigure, tellNumber } from '../../glossary/reckoning-words';

/** How each figure came about, and who gave the numbers the document leaves open; both opened in place. */
export function ReckoningSection({ notice }: { readonly notice: DistributionNotice }): VNode | null {
  const { reckoning = [], numbers = [], decision } = notice;
  if (reckoning.length === 0) return null;
  return (
    <section>
      <h2>每个数怎么来的</h2>
      <details>
        <summary>一项一项看</summary>
        {reckoning.map(toldFigure).map((figure, index) => {
          const { name, amount, how } = tellFigure(figure);
          return (
            <p key={`${name} ${index}`}>
              <b>{amount === '' ? name : `${name} ${amount}`}</b>
              {`　${how}`}
            </p>
          );
        })}
      </details>
      {numbers.length > 0 && (
        <details>
          <summary>文件没有写死的数，是谁定的</summary>
          {numbers.map((number) => {
            const { title, paper } = tellNumber(number, decision);
            return (
              <p key={title}>
                <b>{title}</b>
                {`　${paper}`}
              </p>
            );
          })}
        </details>
      )}
    </section>
  );
}
