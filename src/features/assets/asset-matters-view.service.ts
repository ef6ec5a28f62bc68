import { Injectable } from '@nestjs/common';
import {
  type About,
  type AboutKind,
  type Answer,
  answersOn,
  needQuestion,
  reasonQuestion,
} from '../../domain/assets/matter-facts';
import type { Matter } from '../../domain/assets/matters';
import { DUE_GRACE } from '../../domain/policy/due-grace';
import type { PolicyPack } from '../../domain/policy/pack';
import { DomainError } from '../../domain/shared/domain-error';
import { missingNumberText, questionText, sourceText, waitingText } from '../../glossary/matter-words';
import { packOptionText } from '../../glossary/policy-register-texts';
import { FORCE_WORDS } from '../../glossary/terms-policy';
import { sentenceFor } from '../../glossary/sentences';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { citedClause } from '../../platform/views/cited-clause';
import type { FormState } from '../../platform/views/error-summary';
import type { GlyphState } from '../../platform/views/state-glyph';
import { AssetMattersService, type MattersOf, type VillageMatters } from './asset-matters.service';
import type { MatterCounts, MatterRow, MattersLink, MattersPageProps } from './asset-matters.pages';
import { questionRow, valueText } from './matter-questions';
import type { VillageMattersPageProps } from './village-matters.pages';
import type { QuestionRow } from '../../platform/views/question-field';

/** What a page is about: an asset, a contract, a project. */
export interface MatterPlace {
  readonly collectiveId: string;
  readonly kind: AboutKind;
  readonly id: string;
}

const GLYPHS: Readonly<Record<Matter['verdict'], GlyphState>> = {
  passed: 'done',
  failed: 'blocked',
  explained: 'attention',
  undecided: 'undecided',
  notAbout: 'todo',
};

/** The pages that hold assets against the document in force. */
@Injectable()
export class AssetMattersViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly matters: AssetMattersService,
    private readonly clock: Clock,
  ) {}

  /** Everything a village's assets are held against. */
  async villagePage(
    visit: PageVisit,
    collectiveId: string,
    form?: FormState,
  ): Promise<VillageMattersPageProps> {
    const day = this.clock.today();
    const found = await this.matters.mattersOn(collectiveId, day);
    const paths = villagePaths(collectiveId);
    const [pack, other] = found.packs;
    const all = [...found.assets, ...found.projects].flatMap(({ matters }) => matters);
    const link = ({ about, matters }: MattersOf): MattersLink => linkOf(collectiveId, about, matters);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'assets' }),
      document: other === undefined ? pack?.source.title : undefined,
      nothing: nothingText(found, day),
      counts: countsOf(all),
      assets: found.assets.map(link),
      projects: found.projects.map(link),
      needs: pack === undefined ? [] : villageNeeds(pack, found),
      form: form ?? filledForm({ fromOn: day }),
      action: keepsBooksOf(visit.actor, collectiveId) ? paths.matters : undefined,
      assetsHref: paths.assets,
    };
  }

  /**
   * What the document says of one thing; of an asset that has left, what it said on its last day.
   * @throws DomainError `matters.unknown`, `matters.noDocument`
   */
  async page(visit: PageVisit, at: MatterPlace, form?: FormState): Promise<MattersPageProps> {
    const { collectiveId, kind, id } = at;
    const lastOn = await this.matters.lastDayOf(collectiveId, { kind, id });
    const day = lastOn ?? this.clock.today();
    const mayAnswer = lastOn === undefined && keepsBooksOf(visit.actor, collectiveId);
    const found = await this.matters.mattersOn(collectiveId, day);
    const [pack, other] = found.packs;
    if (pack === undefined || other !== undefined) throw new DomainError('matters.noDocument', { day });
    const whole = [...found.assets, ...found.projects].find(({ about, matters }) =>
      [about, ...matters.map((each) => each.about)].some((each) => each.kind === kind && each.id === id),
    );
    if (whole === undefined) throw new DomainError('matters.unknown');
    const own = whole.matters.filter(({ about }) => about.kind === kind && about.id === id);
    const about = own[0]?.about ?? whole.about;
    const rowsOf = (wanted: Matter['verdict']): MatterRow[] =>
      own.filter(({ verdict }) => verdict === wanted).map((each) => rowOf(pack, each));
    const paths = villagePaths(collectiveId);
    const answers = answersOn(
      found.answers.filter(({ aboutId }) => aboutId === id),
      day,
    );
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'assets' }),
      ...{ name: about.name, kind: labelOf(`aboutKind.${kind}`), document: pack.source.title },
      counts: countsOf(own),
      broken: rowsOf('failed'),
      explained: rowsOf('explained'),
      settled: rowsOf('passed'),
      ...questionsOf(pack, own, answers),
      openNeeds: openNumbers(pack, own),
      lastOn,
      linked: kind === 'asset' && lastOn === undefined ? linkedOf(collectiveId, whole) : [],
      form: form ?? filledForm({ fromOn: day }),
      action: mayAnswer ? paths.mattersOf(kind, id) : undefined,
      ...{ backHref: backOf(at), listHref: paths.matters },
    };
  }
}

/** Why nothing is judged: no document, or two that nobody has chosen between. */
function nothingText({ packs, assets, projects }: VillageMatters, day: string): string | undefined {
  if (packs.length === 0) return sentenceFor('matters.noDocument', { day });
  if (packs.length > 1)
    return sentenceFor('policy.twoPacksInForce', { day, documents: packs.map(packOptionText) });
  return assets.length + projects.length === 0 ? sentenceFor('matters.noAssets') : undefined;
}

function backOf({ collectiveId, kind, id }: MatterPlace): string {
  const paths = villagePaths(collectiveId);
  if (kind === 'lease') return paths.lease(id);
  return kind === 'project' ? paths.construction(id) : paths.asset(id);
}

/** How many lines stand how; a line about several things counts for each. */
export function countsOf(matters: readonly Matter[]): MatterCounts {
  const of = (wanted: Matter['verdict']): number =>
    matters.filter(({ verdict }) => verdict === wanted).length;
  return {
    ...{ failed: of('failed'), undecided: of('undecided') },
    explained: of('explained'),
    passed: of('passed'),
  };
}

function linkOf(collectiveId: string, { kind, id, name }: About, matters: readonly Matter[]): MattersLink {
  const href = villagePaths(collectiveId).mattersOf(kind, id);
  return { name, href, counts: countsOf(matters) };
}

/** The contracts over an asset that have lines of their own. */
function linkedOf(collectiveId: string, { matters }: MattersOf): MattersLink[] {
  const leases = new Map(
    matters.filter(({ about }) => about.kind === 'lease').map(({ about }) => [about.id, about]),
  );
  return [...leases.values()].map((about) => {
    const own = matters.filter((each) => each.about.id === about.id);
    return linkOf(collectiveId, about, own);
  });
}

function rowOf(pack: PolicyPack, matter: Matter): MatterRow {
  const { line, says, clause, verdict, force, looked, reason } = matter;
  return {
    ...{ line, says: widePunctuation(says), clause: citedClause(pack, clause), glyph: GLYPHS[verdict] },
    verdict: labelOf(`verdict.${verdict}`),
    force: verdict === 'failed' && force !== undefined ? FORCE_WORDS[force] : undefined,
    facts: looked.map(({ question, known }) => ({
      name: questionText(question),
      value: valueText(pack, question, known.value),
      from: sourceText(known.answer),
    })),
    reason: verdict === 'explained' ? reason?.value : undefined,
  };
}

/** Each question once, with the lines that wait for it; reasons are asked where a broken line wants one. */
function questionsOf(
  pack: PolicyPack,
  matters: readonly Matter[],
  answers: ReadonlyMap<string, Answer>,
): Pick<MattersPageProps, 'questions' | 'answered'> {
  const waiting = new Map<string, string[]>();
  for (const { verdict, force, line, asked, says } of matters) {
    const wants = verdict === 'failed' && force === 'warn' ? [reasonQuestion(line)] : asked;
    for (const question of wants) waiting.set(question, [...(waiting.get(question) ?? []), says]);
  }
  const open = [...waiting].filter(([question]) => !answers.has(question));
  return {
    questions: open.map(([question, lines]) => questionRow(pack, { question, lines: [waitingText(lines)] })),
    answered: [...answers].map(([question, last]) => questionRow(pack, { question, lines: [], last })),
  };
}

/** Numbers nobody has settled, each with who has to. */
function openNumbers(pack: PolicyPack, matters: readonly Matter[]): string[] {
  const ids = new Set(
    matters.flatMap(({ verdict, openNeeds }) => (verdict === 'undecided' ? openNeeds : [])),
  );
  return pack.needs.filter(({ id }) => ids.has(id)).map(missingNumberText);
}

/**
 * The numbers that the document leaves to the village: those its lines about assets ask for, and the days of
 * grace of what is due, which its line about arrears goes by.
 */
function villageNeeds(pack: PolicyPack, { assets, needs }: VillageMatters): QuestionRow[] {
  const asked = new Set(assets.flatMap(({ matters }) => matters.flatMap(({ openNeeds }) => openNeeds)));
  return pack.needs
    .filter(
      ({ id, decidedBy }) => decidedBy === 'village' && (asked.has(id) || needs.has(id) || id === DUE_GRACE),
    )
    .map(({ id, says }) => {
      const question = needQuestion(id);
      return { ...questionRow(pack, { question, lines: [], last: needs.get(id) }), label: says };
    });
}
