import type { Colour } from '../../domain/assets/asset-quarter';
import { labelOf } from '../../glossary/terms';
import { type GlyphState, StateChip } from './state-glyph';

const SHAPES: Readonly<Record<Colour, GlyphState>> = {
  red: 'blocked',
  yellow: 'attention',
  grey: 'undecided',
  green: 'done',
};

/** A colour as a shape with its word, so that it is told in black and white, too. */
export function ColourChip({ colour }: { readonly colour: Colour }) {
  return <StateChip state={SHAPES[colour]}>{labelOf(`colour.${colour}`)}</StateChip>;
}
