import { Citation, type Clause } from './citation';
import { Money } from './money';

/** A figure with how it was reckoned, in words; the figures it was reckoned from stand beneath it. */
export interface FigureView {
  /** 公益岗位, 费用 土地租金: what the figure is. */
  readonly name: string;
  /** Fen, or as it is written: 45%. */
  readonly result: bigint | string;
  /** 比例乘基数; absent where it was given as it is. */
  readonly formula?: string | undefined;
  /** Who says it: 账上, 文件, 县里, 村里. */
  readonly source?: string | undefined;
  readonly clause?: Clause | undefined;
  readonly inputs: readonly FigureView[];
}

function Result({ result }: { result: FigureView['result'] }) {
  return <b class="figure-result">{typeof result === 'bigint' ? <Money fen={result} /> : result}</b>;
}

/** How it was reckoned and who says so, with the clause it rests on. */
function Words({ figure: { formula, source, clause } }: { figure: FigureView }) {
  return (
    <span class="figure-words">
      {[formula, source].flatMap((words) => words ?? []).join('，')}
      {clause !== undefined && <Citation clause={clause} />}
    </span>
  );
}

function Figure({ figure }: { figure: FigureView }) {
  return (
    <li>
      <span class="figure-name">{figure.name}</span>
      <Result result={figure.result} />
      <Words figure={figure} />
      {figure.inputs.length > 0 && <Figures figures={figure.inputs} />}
    </li>
  );
}

function Figures({ figures }: { figures: readonly FigureView[] }) {
  return (
    <ul class="figures">
      {figures.map((figure) => (
        <Figure figure={figure} />
      ))}
    </ul>
  );
}

/** How each figure came about, one to be opened at a time. Works without a script. */
export function ExplainedFigures({ figures }: { readonly figures: readonly FigureView[] }) {
  return (
    <section>
      <h2>
        怎么算出来的<span class="hint">点开看每个数</span>
      </h2>
      <div class="reckoned">
        {figures.map((figure) => (
          <details>
            <summary>
              <span class="figure-name">{figure.name}</span>
              <Result result={figure.result} />
              <span class="figure-words">{figure.formula}</span>
            </summary>
            {figure.clause !== undefined && <Citation clause={figure.clause} />}
            {figure.inputs.length > 0 && <Figures figures={figure.inputs} />}
          </details>
        ))}
      </div>
    </section>
  );
}
