import { labelOf } from '../../glossary/terms';
import type { Clock } from '../clock/clock';
import type { Configuration } from '../config/configuration';
import { configuredFonts } from '../pdf/configured-fonts';
import type { FormOptions } from './paper-form';

/** What the forms of this installation are drawn with: fonts, clock, the word across a demo county's. */
export function formOptions(
  configuration: Configuration,
  clock: Clock,
  own: Pick<FormOptions, 'title' | 'author' | 'pageText'>,
): FormOptions {
  return {
    ...own,
    ...{ fonts: configuredFonts(configuration), drawnAt: new Date(clock.now()) },
    specimen: configuration.demo ? labelOf('sheet.specimen') : undefined,
  };
}
