import { ColourChip } from '../../platform/views/colour-chip';
import { fullDayText } from '../../platform/views/day-text';
import { StateGlyph } from '../../platform/views/state-glyph';
import type { AssetStandings } from './asset-standings.service';

/** How an asset stands by what others say of it, and where that is dealt with. */
export interface StandingProps extends AssetStandings {
  /** Where what is wrong is dealt with; and its six indicators. Absent for what need not earn. */
  readonly watchHref?: string | undefined;
  readonly coloursHref?: string | undefined;
}

/** The facts of an asset's card: its class, its colour, what is wrong with it, what is under way. */
export function StandingFacts({ standing }: { readonly standing: StandingProps }) {
  const { flags, remedy, colour, review, watchHref, coloursHref } = standing;
  return (
    <>
      {review !== undefined && (
        <>
          <dt>分类</dt>
          <dd>{`${review.name}（${fullDayText(review.on)}评）`}</dd>
        </>
      )}
      {coloursHref !== undefined && (
        <>
          <dt>三色监测</dt>
          <dd>
            {colour === undefined ? (
              '还没有记过'
            ) : (
              <>
                <ColourChip colour={colour.colour} /> {colour.quarter}
              </>
            )}
            　<a href={coloursHref}>看六项</a>
          </dd>
        </>
      )}
      {flags.length > 0 && watchHref !== undefined && (
        <>
          <dt>情况</dt>
          <dd>
            {flags.map((flag) => (
              <div>
                <StateGlyph state="attention" /> {flag}
              </div>
            ))}
            <div>
              {remedy === undefined
                ? '还没有定办法'
                : `${remedy.text}${remedy.isOverdue ? '，过了期限' : ''}`}
              　<a href={watchHref}>{remedy === undefined ? '去定' : '去看'}</a>
            </div>
          </dd>
        </>
      )}
    </>
  );
}

/** What a row of the register says of it: what is wrong, and a colour that is not green. */
export function StandingLines({ standing }: { readonly standing: AssetStandings | undefined }) {
  if (standing === undefined) return null;
  const { flags, colour } = standing;
  return (
    <>
      {colour !== undefined && (
        <small>
          <ColourChip colour={colour.colour} /> {colour.quarter}
        </small>
      )}
      {flags.map((flag) => (
        <small>
          <StateGlyph state="attention" /> {flag}
        </small>
      ))}
    </>
  );
}
