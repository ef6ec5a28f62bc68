import { Injectable } from '@nestjs/common';
import { FUND_LEVELS } from '../../domain/assets/asset';
import { plainYuan } from '../../domain/money/fen';
import { fieldLabel, labelOf } from '../../glossary/terms';
import { localTime } from '../../platform/clock/clock';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { UsersService } from '../users/users.service';
import type { AssetPlace } from './asset-particulars-view.service';
import { type AssetCorrection, AssetCorrectionsService } from './asset-corrections.service';
import type { CorrectionFormPageProps, CorrectionsProps } from './asset-corrections.pages';
import { seenAnew } from './stale-form';

/** A blank row below those that are there, for a fund that was forgotten. */
const BLANK_ROWS = 2;

const MEANWHILE = 'assets.correctedMeanwhile';

/** What was put right of an asset, as its card and its form show it. */
@Injectable()
export class AssetCorrectionsViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly corrections: AssetCorrectionsService,
    private readonly users: UsersService,
  ) {}

  /** The part of the card about what was put right. */
  async sectionOf({ actor }: PageVisit, { collectiveId, id }: AssetPlace): Promise<CorrectionsProps> {
    const names = await this.users.listDisplayNames();
    const corrections = await this.corrections.listCorrections(collectiveId, id);
    return {
      rows: corrections.map((correction) => ({
        enteredAt: localTime(correction.enteredAt),
        what: fieldLabel(correction.field),
        before: textOf(correction, correction.before),
        after: textOf(correction, correction.after),
        why: correction.why,
        who: names.get(correction.enteredBy) ?? labelOf('person.program'),
      })),
      ...(keepsBooksOf(actor, collectiveId)
        ? { correctHref: villagePaths(collectiveId).assetCorrection(id) }
        : {}),
    };
  }

  /** The form, filled with what was entered. @throws DomainError `assets.unknown` */
  async formPage(visit: PageVisit, at: AssetPlace, refused?: FormState): Promise<CorrectionFormPageProps> {
    const { collectiveId, id } = at;
    const { asset, funds } = await this.corrections.requireEntered(collectiveId, id);
    const rows = funds.flatMap(({ level, year, amount }, place): [string, string][] => [
      [`funds[${String(place)}][level]`, level],
      [`funds[${String(place)}][year]`, String(year)],
      [`funds[${String(place)}][amount]`, plainYuan(amount)],
    ]);
    const { length: count } = await this.corrections.listCorrections(collectiveId, id);
    const entered = { name: asset.name, cost: plainYuan(asset.cost), basedOn: String(count) };
    const values = { ...entered, ...Object.fromEntries(rows) };
    const paths = villagePaths(collectiveId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'assets' }),
      form: refused === undefined ? filledForm(values) : seenAnew(refused, MEANWHILE, count),
      action: paths.assetCorrection(id),
      cancelHref: paths.asset(id),
      assetName: asset.name,
      fundLevels: FUND_LEVELS.map((value) => ({ value, label: labelOf(`fundLevel.${value}`) })),
      fundRows: funds.length + BLANK_ROWS,
    };
  }
}

/** Funds are kept by the codes of their levels. */
function textOf({ field }: AssetCorrection, text: string): string {
  if (field !== 'funds') return text;
  return text
    .split('; ')
    .map((fund) => {
      const [level = '', year = '', amount = ''] = fund.split(' ');
      return level === '' ? '' : `${labelOf(`fundLevel.${level}`)} ${year} ${amount}`;
    })
    .join('；');
}
