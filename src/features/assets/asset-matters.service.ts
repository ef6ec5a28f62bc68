import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type AnswersForm, readAnswers as readAnswersForm } from '../../domain/assets/asset-answer';
import { type AssetKnown, booksRecords } from '../../domain/assets/asset-facts';
import { projectRecords } from '../../domain/assets/project-facts';
import {
  type About,
  type AboutKind,
  type Answer,
  answersOn,
  type BooksRecord,
  questionOf,
  readQuestion,
  villageNumbers,
  withAnswers,
} from '../../domain/assets/matter-facts';
import { byUrgency, type Matter, mattersOf } from '../../domain/assets/matters';
import { addDays, type CalendarDay } from '../../domain/calendar/calendar-day';
import type { PolicyPack } from '../../domain/policy/pack';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { type KeptAnswer, keepAnswers, readAnswers } from './asset-answers.store';
import { AssetKnownService } from './asset-known.service';
import type { RuledBy } from './asset-rules.service';
import { MatterGroundService } from './matter-ground.service';

/** Something a document speaks of, with every line about it. */
export interface MattersOf {
  readonly about: About;
  /** What must be looked at first. */
  readonly matters: readonly Matter[];
}

/** The document that a village goes by, and what it says of each of its assets and projects. */
export interface VillageMatters {
  /** The document; several while nobody has chosen between them, and then nothing is judged. */
  readonly packs: readonly PolicyPack[];
  readonly assets: readonly MattersOf[];
  readonly projects: readonly MattersOf[];
  /** Numbers that the document leaves to the village, as the village settled them. */
  readonly needs: ReadonlyMap<string, Answer>;
  readonly answers: readonly KeptAnswer[];
}

/** What is judged together: the books, the answers and the document of a day. */
interface Together {
  readonly collectiveId: string;
  readonly day: CalendarDay;
  readonly ruled: RuledBy;
  readonly answers: readonly KeptAnswer[];
}

/**
 * What the document in force says of the assets of a village, and what the office answers where the books are
 * silent.
 */
@Injectable()
export class AssetMattersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ground: MatterGroundService,
    private readonly known: AssetKnownService,
  ) {}

  /** Every line of the document in force on a day, about every asset that stands and every project. */
  async mattersOn(
    collectiveId: string,
    day: CalendarDay = this.clock.today(),
    db: EntityManager = this.database.reader,
  ): Promise<VillageMatters> {
    const rules = await this.ground.rulesOn(collectiveId, day);
    const answers = await readAnswers(db, collectiveId);
    const packs = rules.map(({ pack }) => pack);
    const [ruled] = rules;
    const needs = needsAnswered(answers, day);
    if (ruled === undefined || rules.length > 1) return { packs, assets: [], projects: [], needs, answers };
    const together = { collectiveId, day, ruled, answers };
    const { assets, projects } = await this.recordsOf(db, together);
    const judged = (each: {
      about: About;
      records: readonly BooksRecord[];
      from: readonly string[];
    }): MattersOf => {
      return { about: each.about, matters: judgeRecords(each, { ...together, needs }) };
    };
    return { packs, assets: assets.map(judged), projects: projects.map(judged), needs, answers };
  }

  /**
   * The last day on which something was asked about that is over: the day before an asset left the register;
   * the last day of a contract, or that of its asset where that left before. Undefined while it stands.
   */
  async lastDayOf(
    collectiveId: string,
    about: { readonly kind: AboutKind; readonly id: string },
  ): Promise<CalendarDay | undefined> {
    const today = this.clock.today();
    const left = await this.known.listLeft(this.database.reader, collectiveId, today);
    const before = (assetId: string): CalendarDay[] =>
      left.filter(({ asset }) => asset.id === assetId).map(({ leftOn }) => addDays(leftOn, -1));
    if (about.kind === 'asset') return before(about.id)[0];
    if (about.kind !== 'lease') return undefined;
    const lease = await this.known.findLease(this.database.reader, collectiveId, about.id);
    if (lease === undefined) return undefined;
    const last = [...before(lease.assetId), lease.terms.lastOn].sort()[0];
    return last !== undefined && last < today ? last : undefined;
  }

  /**
   * Keeps answers about an asset, a contract over one, a project, or numbers the village settles.
   * @throws FormProblems `matters.*`, `form.*`, `calendar.notADay`; DomainError `matters.unknown`,
   *   `matters.noDocument`
   */
  answer(
    collectiveId: string,
    { about, form }: { readonly about: Pick<About, 'kind' | 'id'>; readonly form: AnswersForm },
    command: Command,
  ): Promise<{ count: number }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const today = this.clock.today();
        const [ruled, other] = await this.ground.rulesOn(collectiveId, today);
        if (ruled === undefined || other !== undefined)
          throw new DomainError('matters.noDocument', { day: today });
        const together = { collectiveId, day: today, ruled, answers: [] };
        const books = await this.booksSay(tx, together, about);
        const earlier = await readAnswers(tx, collectiveId, about.id);
        const { answers, problems } = readAnswersForm(form, {
          ...{ today, pack: ruled.pack, known: Object.keys(books) },
          stands: (fromOn) => ({ ...valuesOf(answersOn(earlier, fromOn)), ...books }),
        });
        refuseProblems(problems);
        const kept = { about, answers, by: command.by, at: this.clock.now() };
        await keepAnswers(tx, collectiveId, kept);
        return { count: answers.length };
      },
      onceOf(command, 'assets.answer', { about, form }),
    );
  }

  /** What the books answer, by question. @throws DomainError `matters.unknown` */
  private async booksSay(
    tx: EntityManager,
    together: Together,
    about: Pick<About, 'kind' | 'id'>,
  ): Promise<Readonly<Record<string, string>>> {
    if (about.kind === 'village' && about.id === together.collectiveId) return {};
    const { assets, projects } = await this.recordsOf(tx, together);
    const records = [...assets, ...projects]
      .flatMap((each) => each.records)
      .filter((record) => record.about.kind === about.kind && record.about.id === about.id);
    if (records.length === 0) throw new DomainError('matters.unknown');
    return Object.fromEntries(
      records.flatMap(({ subject, facts }) =>
        Object.entries(facts).map(([name, value = '']) => [questionOf(subject, name), value]),
      ),
    );
  }

  private async recordsOf(db: EntityManager, { collectiveId, day, ruled }: Together) {
    const { pack } = ruled;
    const organisation = await this.ground.organisationOf(collectiveId);
    const known = await this.known.listKnown(db, { collectiveId, organisation }, day);
    const projects = await this.ground.listProjects(db, collectiveId);
    const sources = (assetId: string): string[] =>
      projects.filter((project) => project.becameId === assetId).map(({ id }) => id);
    return {
      assets: known.map((each: AssetKnown) => {
        const about: About = { kind: 'asset', id: each.asset.id, name: each.asset.name };
        return { about, records: booksRecords(each, { pack, day }), from: sources(each.asset.id) };
      }),
      projects: projects
        .filter(({ becameId }) => becameId === undefined)
        .map(({ id, name, contractSum }) => {
          const about: About = { kind: 'project', id, name };
          return { about, records: projectRecords(about, { contractSum }), from: [] };
        }),
    };
  }
}

/** What answers say, by question. */
function valuesOf(answers: ReadonlyMap<string, Answer>): Readonly<Record<string, string>> {
  return Object.fromEntries([...answers].map(([question, { value }]) => [question, value]));
}

/** The numbers that the village settled, by the id of the number. */
function needsAnswered(answers: readonly KeptAnswer[], day: CalendarDay): ReadonlyMap<string, Answer> {
  const own = answersOn(
    answers.filter(({ aboutKind }) => aboutKind === 'village'),
    day,
  );
  return new Map([...own.values()].map((answer) => [readQuestion(answer.question).name, answer]));
}

/**
 * The lines about one thing; what was answered of the project an asset came from counts for the asset, too.
 */
function judgeRecords(
  { records, from }: { readonly records: readonly BooksRecord[]; readonly from: readonly string[] },
  { day, ruled, answers, needs }: Together & { readonly needs: ReadonlyMap<string, Answer> },
): Matter[] {
  const { pack, numbers } = ruled;
  const settled = villageNumbers(pack, [...needs.values()], day);
  const local = { ...settled, ...numbers };
  const answersOf = ({ kind, id }: About): ReadonlyMap<string, Answer> => {
    const ids = kind === 'asset' ? [...from, id] : [id];
    return answersOn(
      ids.flatMap((each) => answers.filter(({ aboutId }) => aboutId === each)),
      day,
    );
  };
  const whole = records.map((record) => withAnswers(record, answersOf(record.about)));
  const matters = mattersOf(whole, { pack, on: day, local, answersOf });
  return byUrgency(matters.filter(isAsked));
}

/** Of an asset that is still to be built only that is asked which may keep it from being accepted. */
function isAsked({ about, subject, force }: Matter): boolean {
  return about.kind !== 'project' || subject !== 'asset' || force === 'block';
}
