import { Injectable } from '@nestjs/common';
import type { Majority, MajorityShare, Route, Step } from '../../domain/approvals/route';
import {
  LEFT_OPEN,
  ROUTED_KINDS,
  routeChoiceFor,
  type RoutedKind,
} from '../../domain/approvals/route-choices';
import { roleOf } from '../../domain/approvals/step-takers';
import { routeWords } from '../../glossary/route-words';
import { labelOf } from '../../glossary/terms';
import { Clock, localTime } from '../../platform/clock/clock';
import { filledForm, managesPolicyOf, OfficeDesk } from '../../platform/http/office-desk';
import { routePaths } from '../../platform/http/oversight-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import type { FormState } from '../../platform/views/error-summary';
import { type Collective, CollectivesService } from '../collectives/collectives.service';
import { type KeptRouteChoice, RouteChoicesService } from '../distribution/route-choices.service';
import { UsersService } from '../users/users.service';
import type { HeldRoute, MadeRow, RouteRow, RoutesPageProps, RouteStep } from './routes.pages';

type Named = Pick<Collective, 'id' | 'name' | 'kind'>;

/** The page of the routes by which plans are decided: which holds where, and what each asks for. */
@Injectable()
export class RoutesViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly collectives: CollectivesService,
    private readonly routes: RouteChoicesService,
    private readonly users: UsersService,
    private readonly clock: Clock,
  ) {}

  async pageOf(visit: PageVisit, collectiveId: string, refused?: FormState): Promise<RoutesPageProps> {
    const county = await this.routes.countyOf(collectiveId);
    const isCountys = county?.id === collectiveId && managesPolicyOf(visit.actor, collectiveId);
    const places = county === undefined ? [] : await this.routes.placesOf(county.id);
    const all = this.routes.listRoutes();
    const choices = county === undefined ? [] : await this.routes.listChoices(county.id);
    const names = await this.users.listDisplayNames();
    const usual = { routePlace: collectiveId, routedKind: 'plan', routeFrom: this.clock.today() };
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: isCountys ? 'routes' : 'packs' }),
      held: await this.heldIn(collectiveId, { places, choices, all }),
      places: places.map((place) => ({ value: place.id, label: placeWord(place) })),
      kinds: ROUTED_KINDS.map((kind) => ({ value: kind, label: labelOf(`routedKind.${kind}`) })),
      options: [
        ...all.map(({ id, name }) => ({ value: id, label: widePunctuation(name) })),
        { value: LEFT_OPEN, label: routeWords.open },
      ],
      form: refused ?? filledForm(usual),
      action: isCountys ? routePaths.list(collectiveId) : undefined,
      made: choices.map((choice) => madeRow(choice, { places, all, names })).reverse(),
      routes: all.map(routeRow),
    };
  }

  /** By which route each village goes today, in words. */
  private async heldIn(
    collectiveId: string,
    known: {
      readonly places: readonly Collective[];
      readonly choices: readonly KeptRouteChoice[];
      readonly all: readonly Route[];
    },
  ): Promise<HeldRoute[]> {
    const own = await this.collectives.requireCollective(collectiveId);
    const villages = own.kind === 'village' ? [own] : await this.collectives.listVillagesBelow(own.id);
    const day = this.clock.today();
    const byId = new Map(known.places.map((place) => [place.id, place]));
    return villages.map((village) => {
      const township = byId.get(village.parentId ?? '');
      const above = [village.parentId, township?.parentId].filter((id) => typeof id === 'string');
      const told = (kind: RoutedKind) => {
        const asked = { places: [village.id, ...above], kind, day };
        const choice = routeChoiceFor(known.choices, asked);
        const place = byId.get(choice?.placeId ?? '');
        const routeId = choice?.routeId ?? village.routeId;
        return {
          name: routeId === null ? routeWords.none : nameOf(routeId, known.all),
          basis:
            choice === undefined || place === undefined
              ? routeWords.own
              : routeWords.chosen(placeWord(place), choice.fromOn),
        };
      };
      return { village: village.name, plan: told('plan'), yearPlan: told('year_plan') };
    });
  }
}

function placeWord({ kind, name }: Named): string {
  if (kind === 'village') return name;
  return kind === 'county' ? routeWords.all(name) : routeWords.below(name);
}

function nameOf(routeId: string, all: readonly Route[]): string {
  return widePunctuation(all.find(({ id }) => id === routeId)?.name ?? routeId);
}

function madeRow(
  { placeId, kind, routeId, fromOn, paper, why, chosenBy, chosenAt }: KeptRouteChoice,
  known: {
    readonly places: readonly Named[];
    readonly all: readonly Route[];
    readonly names: ReadonlyMap<string, string>;
  },
): MadeRow {
  const place = known.places.find(({ id }) => id === placeId);
  return {
    from: fromOn,
    place: place === undefined ? placeId : placeWord(place),
    kind: labelOf(`routedKind.${kind}`),
    route: routeId === null ? routeWords.openAgain : nameOf(routeId, known.all),
    paper: widePunctuation(paper),
    why: widePunctuation(why),
    made: routeWords.made(known.names.get(chosenBy) ?? chosenBy, localTime(chosenAt).slice(0, 10)),
  };
}

function routeRow({ id, name, law, steps }: Route): RouteRow {
  const open = steps.flatMap(({ basis }) => basis).filter(({ confirmed }) => confirmed === 'unconfirmed');
  return {
    ...{ id, name: widePunctuation(name), law: labelOf(`routeLaw.${law}`) },
    summary: routeWords.steps(steps.length, open.length),
    steps: steps.map(stepRow),
  };
}

function stepRow(step: Step): RouteStep {
  return {
    name: widePunctuation(step.name),
    role: labelOf(`stepRole.${roleOf(step)}`),
    asks: asksOf(step),
    basis: step.basis.map(({ source, article, says, confirmed }) => ({
      text: widePunctuation(routeWords.basis(source, article, says)),
      confirmed: labelOf(`confirmation.${confirmed}`),
      isOpen: confirmed === 'unconfirmed',
    })),
  };
}

/** The days that hang, or the majority that a meeting needs; nothing of other steps. */
function asksOf(step: Step): string {
  if (step.kind === 'publicity') return routeWords.days(step.days, step.firstDayCounts);
  return step.kind === 'meeting' ? majorityText(step.majority) : '';
}

function majorityText({ quorum, inFavour }: Majority): string {
  const told = ({ share, bound, of }: MajorityShare, what: 'quorum' | 'inFavour'): string =>
    routeWords.share({ share: `${String(share.numerator)}/${String(share.denominator)}`, bound, of }, what);
  return [...(quorum === undefined ? [] : [told(quorum, 'quorum')]), told(inFavour, 'inFavour')].join('，');
}
