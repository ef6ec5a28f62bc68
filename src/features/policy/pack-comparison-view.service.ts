import { Injectable } from '@nestjs/common';
import { comparePacks, type QuotedItem } from '../../domain/policy/compare-packs';
import type { PolicyPack } from '../../domain/policy/pack';
import { saysOfNumber } from '../../domain/policy/pack-by-clause';
import { ITEM_PARTS, type ItemPart } from '../../domain/policy/pack-items';
import { FORCE_SHORT, packOptionText, valueText } from '../../glossary/policy-register-texts';
import { PART_WORDS } from '../../glossary/terms-policy';
import { OfficeDesk } from '../../platform/http/office-desk';
import { policyPaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { citedClause } from '../../platform/views/cited-clause';
import type { ComparedLine, ComparedPart, PackComparisonPageProps } from './pack-comparison.pages';
import type { ComparisonQuery } from './policy.forms';
import { type LoadedPack, PolicyService } from './policy.service';

/** What decides about money comes first and stands open. */
const ABOUT_MONEY: readonly ItemPart[] = ['use', 'limit', 'value', 'cost', 'rule'];

/** The page of two packs side by side. */
@Injectable()
export class PackComparisonViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly policy: PolicyService,
  ) {}

  /** @throws DomainError `policy.unknownPack` */
  async pageOf(visit: PageVisit, officeId: string, query: ComparisonQuery): Promise<PackComparisonPageProps> {
    const paths = policyPaths(officeId);
    const [left, right] = [query.left, query.right].map((id) =>
      id ? this.policy.requirePack(id) : undefined,
    );
    const parts = left === undefined || right === undefined ? [] : partsOf(left.pack, right.pack);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId: officeId, section: 'packs' }),
      action: paths.comparison(),
      options: this.policy.listPacks().map(({ pack }) => ({ value: pack.id, label: packOptionText(pack) })),
      left: nameOf(left),
      right: nameOf(right),
      parts,
      listHref: paths.packs,
    };
  }
}

function nameOf(loaded: LoadedPack | undefined): PackComparisonPageProps['left'] {
  if (loaded === undefined) return undefined;
  const { id, source } = loaded.pack;
  return { id, title: widePunctuation(source.title) };
}

function partsOf(left: PolicyPack, right: PolicyPack): ComparedPart[] {
  const differences = comparePacks(left, right);
  const order = [...ABOUT_MONEY, ...ITEM_PARTS.filter((part) => !ABOUT_MONEY.includes(part))];
  return order.flatMap((part) => {
    const rows = differences.filter((each) => (each.left ?? each.right)?.part === part);
    if (rows.length === 0) return [];
    return [
      {
        part: PART_WORDS[part] ?? part,
        isOpen: ABOUT_MONEY.includes(part),
        rows: rows.map((each) => ({ left: lineOf(left, each.left), right: lineOf(right, each.right) })),
      },
    ];
  });
}

function lineOf(pack: PolicyPack, item: QuotedItem | undefined): ComparedLine | undefined {
  if (item === undefined) return undefined;
  const value = item.part === 'value' ? pack.values.find(({ id }) => id === item.id) : undefined;
  return {
    says: value === undefined ? widePunctuation(item.says) : valueText(value, saysOfNumber(pack, value.id)),
    forceWord: item.force === undefined ? undefined : FORCE_SHORT[item.force],
    clause: citedClause(pack, item.cite),
  };
}
