import type { Configuration } from '../config/configuration';
import { type FontFiles, notoFontFiles } from './font-files';

/** The operator's font files, or those that come with the program. */
export function configuredFonts(configuration: Configuration): FontFiles {
  const { serifFontFile, sansFontFile, fallbackFontFile } = configuration;
  return {
    ...notoFontFiles(),
    ...(serifFontFile === undefined ? {} : { serif: serifFontFile, serifBold: serifFontFile }),
    ...(sansFontFile === undefined ? {} : { sans: sansFontFile, sansBold: sansFontFile }),
    ...(fallbackFontFile === undefined ? {} : { fallback: fallbackFontFile }),
  };
}
