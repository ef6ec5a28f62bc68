import { Injectable } from '@nestjs/common';
import { hasPrivateNumber } from '../../domain/shared/private-number';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import { KeptFormEntity } from './kept-form.entity';
import { KeptFormFileEntity } from './kept-form-file.entity';

/** Whose form, and which: a plan's days, a station's month. */
export interface KeptFormPlace {
  readonly collectiveId: string;
  readonly userId: string;
  readonly form: string;
}

/** A form as it was typed, and when. */
export interface KeptForm {
  readonly typed: Readonly<Record<string, string>>;
  readonly keptAt: string;
}

/**
 * Keeps what is typed into a form while it is typed, right or wrong, so that a closed page, a broken line or
 * a log-in that ran out loses nothing. One person's, of one form; thrown away when it is saved or booked.
 */
@Injectable()
export class KeptFormsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What was kept after a form was last saved, where it was; undefined where nothing was kept. */
  async findForm(place: KeptFormPlace, savedAt?: string): Promise<KeptForm | undefined> {
    const kept = await this.database.reader.findOneBy(KeptFormEntity, keyOf(place));
    if (kept === null || (savedAt !== undefined && kept.keptAt < savedAt)) return undefined;
    return { typed: kept.typed, keptAt: kept.keptAt };
  }

  /** The forms that a person left half typed in these books, and when each was kept. */
  async listKept(of: Omit<KeptFormPlace, 'form'>): Promise<ReadonlyMap<string, string>> {
    const { collectiveId, userId } = of;
    const rows = await this.database.reader.findBy(KeptFormEntity, { collectiveId, userId });
    return new Map(rows.map(({ form, keptAt }) => [form, keptAt]));
  }

  /** Keeps a form in the place of what was kept before. A text with a person's number in it is left out. */
  async keepForm(place: KeptFormPlace, typed: Readonly<Record<string, string>>): Promise<KeptForm> {
    const keptAt = this.clock.now();
    const free = Object.fromEntries(
      Object.entries(typed).filter(([name, text]) => !TOKENS.includes(name) && !hasPrivateNumber(text)),
    );
    await this.database.inTransaction(place.collectiveId, async (tx) => {
      await tx.delete(KeptFormEntity, keyOf(place));
      await tx.insert(KeptFormEntity, { ...keyOf(place), typed: free, keptAt });
    });
    return { typed: free, keptAt };
  }

  /** Throws away what was kept, and the papers chosen with it. */
  async dropForm(place: KeptFormPlace): Promise<void> {
    await this.database.inTransaction(place.collectiveId, async (tx) => {
      await tx.delete(KeptFormEntity, keyOf(place));
      await tx.delete(KeptFormFileEntity, keyOf(place));
    });
  }
}

/** What belongs to a page and not to its form. */
const TOKENS = ['_csrf', 'commandKey'];

function keyOf({ collectiveId, userId, form }: KeptFormPlace) {
  return { collectiveId, userId, form };
}
