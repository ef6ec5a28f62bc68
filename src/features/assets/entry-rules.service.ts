import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Asset } from '../../domain/assets/asset';
import { enteredFacts } from '../../domain/assets/asset-facts';
import {
  type EntryMattersForm,
  entryProblems,
  NOTHING_TYPED,
  readEntryAnswers,
  reasonAnswers,
} from '../../domain/assets/entry-matters';
import {
  type About,
  type Answer,
  answersOn,
  type BooksRecord,
  type KnownFact,
  type MatterSubject,
  questionOf,
  readQuestion,
  withAnswers,
} from '../../domain/assets/matter-facts';
import { mattersOf } from '../../domain/assets/matters';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { PolicyPack } from '../../domain/policy/pack';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { Clock } from '../../platform/clock/clock';
import { keepAnswers, readAnswers } from './asset-answers.store';
import { AssetNumbersService } from './asset-numbers.service';
import { AssetRulesService } from './asset-rules.service';

/** Something that is about to be entered, as the documents in force on its day look at it. */
export interface RuledEntry {
  readonly day: CalendarDay;
  readonly subjects: readonly MatterSubject[];
  /** To what the answers belong. */
  readonly about: About;
  readonly recordsOf: (pack: PolicyPack) => readonly BooksRecord[];
  readonly typed: EntryMattersForm | undefined;
  /** Looks only at lines that speak of one of these facts. */
  readonly touching?: readonly string[];
}

/** What was found: what keeps it from being entered, and what is kept with it where nothing does. */
export interface RuledFinding {
  readonly problems: readonly Problem[];
  readonly answers: readonly Answer[];
}

/**
 * What documents forbid is not entered: before an asset, a contract over one, or the acceptance of a project
 * is written, every line that blocks is judged. Where two documents are in force and nobody has chosen, both
 * count.
 */
@Injectable()
export class EntryRulesService {
  constructor(
    private readonly rules: AssetRulesService,
    private readonly numbers: AssetNumbersService,
    private readonly clock: Clock,
  ) {}

  /** Judges an entry over what was typed and what was answered before. */
  async judge(tx: EntityManager, collectiveId: string, entry: RuledEntry): Promise<RuledFinding> {
    const { day, about, typed = NOTHING_TYPED, touching } = entry;
    if (!(await this.rules.mayBlock(collectiveId, entry.subjects))) return { problems: [], answers: [] };
    const ruled = await this.rules.rulesOn(collectiveId, day);
    const packs = ruled.map(({ pack }) => pack);
    const known = packs.flatMap((pack) => entry.recordsOf(pack).flatMap(questionsKnown));
    const read = readEntryAnswers(typed, { packs, day, known });
    const earlier = await readAnswers(tx, collectiveId, about.id);
    const answers = answersOn([...earlier, ...read.answers], day);
    const matters = ruled.flatMap(({ pack, numbers: local }) => {
      const records = entry.recordsOf(pack).map((record) => withAnswers(record, answers));
      return mattersOf(records, { pack, on: day, local, answersOf: () => answers });
    });
    const spoken = matters.filter(({ force, looked }) => force !== 'warn' || looked.some(isAnswered));
    const within = spoken.filter(({ looked }) => touching === undefined || looks(looked, touching));
    const asked = touching === undefined ? within : within.filter(({ verdict }) => verdict === 'failed');
    const needs = packs.flatMap((pack) => pack.needs);
    const problems = [...read.problems, ...entryProblems(asked, typed.reason, needs)];
    const reasons = reasonAnswers(asked, { ...typed, day });
    return { problems, answers: [...read.answers, ...reasons] };
  }

  /**
   * Lets an entry through, and keeps what was typed with it, or refuses it.
   * @throws FormProblems `policy.ruleBroken`, `policy.reasonMissing`, `matters.*`, `form.*`
   */
  async require(
    tx: EntityManager,
    collectiveId: string,
    entry: RuledEntry & { readonly by: string },
  ): Promise<void> {
    const { problems, answers } = await this.judge(tx, collectiveId, entry);
    refuseProblems(problems);
    await this.keep(tx, collectiveId, { about: entry.about, answers, by: entry.by });
  }

  /**
   * Refuses a number that another asset of the county bears, where a document in force wants each to be one
   * asset's.
   * @throws FormProblems `policy.ruleBroken`
   */
  async requireNumberFree(
    tx: EntityManager,
    collectiveId: string,
    given: {
      readonly asset: Asset;
      readonly number: string;
      readonly day: CalendarDay;
      readonly by: string;
    },
  ): Promise<void> {
    const { asset, number, day, by } = given;
    if (number === '' || !(await this.rules.mayBlock(collectiveId, ['asset']))) return;
    const bearers = (await this.numbers.countBearers(tx, collectiveId, [number])).get(number) ?? [];
    const isTaken = bearers.some((id) => id !== asset.id);
    const about = { kind: 'asset' as const, id: asset.id, name: asset.name };
    const numbered = { asset_number: number, number_taken: isTaken ? 'yes' : 'no' };
    await this.require(tx, collectiveId, {
      ...{ day, about, subjects: ['asset'], typed: undefined, touching: Object.keys(numbered), by },
      recordsOf: (pack) => {
        const facts = { ...enteredFacts({ asset, funds: [] }, pack), ...numbered };
        return [{ subject: 'asset', about, applies: true, facts }];
      },
    });
  }

  private keep(
    tx: EntityManager,
    collectiveId: string,
    given: {
      readonly about: Pick<About, 'kind' | 'id'>;
      readonly answers: readonly Answer[];
      readonly by: string;
    },
  ): Promise<void> {
    return keepAnswers(tx, collectiveId, { ...given, at: this.clock.now() });
  }
}

function questionsKnown({ subject, facts }: BooksRecord): string[] {
  return Object.keys(facts).map((name) => questionOf(subject, name));
}

/** A reason is asked for what was answered, not for what an entry cannot say yet. */
function isAnswered({ known }: { readonly known: KnownFact }): boolean {
  return known.answer !== undefined;
}

function looks(looked: readonly { readonly question: string }[], facts: readonly string[]): boolean {
  return looked.some(({ question }) => facts.includes(readQuestion(question).name));
}
