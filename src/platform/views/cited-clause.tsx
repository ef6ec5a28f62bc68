import {
  bucketsOf,
  clauseOf,
  poolRulesOf,
  type Bucket,
  type PackSource,
  type PolicyPack,
  type PoolId,
} from '../../domain/policy/pack';
import type { Clause } from './citation';

/** A clause of a pack as pages cite it: where it stands, word for word, from which document. */
export function citedClause(pack: PolicyPack, key: string): Clause {
  const { at, text } = clauseOf(pack, key);
  return {
    at,
    text,
    document: pack.source.title,
    validity: dated(pack.source),
    secondHand: pack.source.kind === 'second_hand',
  };
}

/** When the document was issued; where that is not known, when it was published. */
function dated({ issuedOn, publishedOn }: PackSource): string {
  if (issuedOn !== undefined) return `${issuedOn} 印发`;
  return publishedOn === undefined ? '印发的日子没有见到' : `${publishedOn} 发布`;
}

const MARKS = '①②③④⑤⑥⑦⑧⑨⑩';

/** The clause of a use with its own mark: 三(二)7 ①; none where no document names it. */
export function bucketClause(pack: PolicyPack, bucket: Bucket): Clause | undefined {
  if (bucket.cite === '') return undefined;
  const clause = citedClause(pack, bucket.cite);
  const mark = bucket.mark === undefined ? '' : ` ${MARKS[bucket.mark - 1] ?? String(bucket.mark)}`;
  return { ...clause, at: `${clause.at}${mark}` };
}

/** The clause by which necessary costs go off before anything is distributed. */
export function costsFirstClause(pack: PolicyPack, pool: PoolId): Clause | undefined {
  const rules = poolRulesOf(pack, pool);
  const first = bucketsOf(pack, pool)[0];
  if (rules === undefined || first === undefined || first.cite === '') return undefined;
  return citedClause(pack, rules.base.cite);
}
