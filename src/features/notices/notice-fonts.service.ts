import { Injectable } from '@nestjs/common';
import { DomainError } from '../../domain/shared/domain-error';
import { Configuration } from '../../platform/config/configuration';
import { configuredFonts } from '../../platform/pdf/configured-fonts';
import { findUnprintable, type FontFiles } from '../../platform/pdf/font-files';

/** The fonts of the printed sheets, and whether they can show what a sheet says. */
@Injectable()
export class NoticeFontsService {
  constructor(private readonly configuration: Configuration) {}

  /** The operator's font files, or those that come with the program. */
  get files(): FontFiles {
    return configuredFonts(this.configuration);
  }

  /**
   * Refuses facts with a character that no font can show: published, they could never be printed.
   * @throws DomainError `notices.characterNotPrintable` (facts: character)
   */
  refuseUnprintable(facts: unknown): void {
    const character = findUnprintable(textsIn(facts), this.files);
    if (character !== undefined) throw new DomainError('notices.characterNotPrintable', { character });
  }
}

/** Every text of plain JSON, however deep. */
function* textsIn(facts: unknown): Generator<string> {
  if (typeof facts === 'string') yield facts;
  else if (typeof facts === 'object' && facts !== null) {
    for (const part of Object.values(facts)) yield* textsIn(part);
  }
}
