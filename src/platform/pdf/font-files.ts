import { readFileSync } from 'node:fs';
import { TrueTypeFont } from './true-type-font';

/** The four faces of a printed sheet: running text, title, figures and names, headings and amounts. */
export type Face = 'serif' | 'serifBold' | 'sans' | 'sansBold';

/**
 * Paths of the TrueType files of a sheet's faces. `fallback` is asked for characters none of the four has
 * (rare names).
 */
export interface FontFiles {
  readonly serif: string;
  readonly serifBold: string;
  readonly sans: string;
  readonly sansBold: string;
  readonly fallback?: string;
}

/**
 * Noto Serif SC and Noto Sans SC in one fixed version, so that the same facts give the same bytes. Licence:
 * OFL 1.1.
 */
export function notoFontFiles(): FontFiles {
  const serif = '@expo-google-fonts/noto-serif-sc';
  const sans = '@expo-google-fonts/noto-sans-sc';
  return {
    serif: require.resolve(`${serif}/400Regular/NotoSerifSC_400Regular.ttf`),
    serifBold: require.resolve(`${serif}/700Bold/NotoSerifSC_700Bold.ttf`),
    sans: require.resolve(`${sans}/400Regular/NotoSansSC_400Regular.ttf`),
    sansBold: require.resolve(`${sans}/700Bold/NotoSansSC_700Bold.ttf`),
  };
}

/** The faces a character is looked for in, in this order, after the one the text is set in. */
export const LOOK_UP_ORDER = ['serif', 'serifBold', 'sans', 'sansBold', 'fallback'] as const;

const loaded = new Map<string, TrueTypeFont>();

/** Reads a font file once and keeps it for the whole run of the program: about 12 MB each. */
export function loadFont(path: string): TrueTypeFont {
  const font = loaded.get(path) ?? TrueTypeFont.read(readFileSync(path));
  loaded.set(path, font);
  return font;
}

/**
 * The first character of the texts that no font has, as a reader can tell it: itself, or `U+202E` where it
 * cannot be seen; undefined when all can be printed. White space of any kind is printed as a blank.
 */
export function findUnprintable(texts: Iterable<string>, files: FontFiles): string | undefined {
  const fonts = LOOK_UP_ORDER.flatMap((name) => files[name] ?? []).map(loadFont);
  const known = new Set<string>();
  for (const text of texts) {
    for (const character of text) {
      if (known.has(character) || /\s/u.test(character)) continue;
      const codePoint = character.codePointAt(0) ?? 0;
      if (!fonts.some((font) => font.glyphOf(codePoint) !== undefined)) return visibleName(character);
      known.add(character);
    }
  }
  return undefined;
}

function visibleName(character: string): string {
  if (!/[\p{C}\p{M}]/u.test(character)) return character;
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
