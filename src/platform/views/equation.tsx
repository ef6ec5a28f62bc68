import type { Fen } from '../../domain/money/fen';
import { Money } from './money';

/** One amount of an equation: what is done with it, and what it is called. */
export interface EquationTerm {
  readonly sign: '' | '+' | '−' | '=';
  readonly label: string;
  readonly fen: Fen;
}

/** Less than nothing is taken off what it would be added to, and the reverse: never two signs in a row. */
function plain({ sign, label, fen }: EquationTerm): EquationTerm {
  if (fen >= 0n || sign === '' || sign === '=') return { sign, label, fen };
  return { sign: sign === '+' ? '−' : '+', label, fen: -fen };
}

/** Amounts that come to another, side by side in their order; the result stands out. */
export function Equation({ terms }: { terms: readonly EquationTerm[] }) {
  return (
    <dl class="equation">
      {terms.map(plain).map((term) => (
        <div class={term.sign === '=' ? 'result' : undefined}>
          <dt>{term.label}</dt>
          <dd>
            {term.sign !== '' && <span class="sign">{term.sign}</span>}
            <Money fen={term.fen} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
