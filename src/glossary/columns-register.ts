import { ASSET_CLASSES, ASSET_KINDS, TITLE_LEVELS } from '../domain/assets/asset-classes';
import { CONDITIONS } from '../domain/assets/asset-particulars';
import type { RegisterWords } from '../domain/assets/register-columns';
import { TOTAL_WORDS } from './columns-opening';
import { labelOf } from './terms';

/** In what amounts are written: ten thousand yuan, or yuan. */
export const WAN = '万元';
export const YUAN = '元';

/** Further words by which registers name a thing, beside the one of the glossary. */
const OTHER_WORDS: Readonly<Record<string, readonly string[]>> = {
  pvStation: ['村级电站', '光伏电站', '光伏'],
  jointPvStation: ['联村电站'],
  workshop: ['扶贫车间', '就业帮扶车间', '厂房'],
  coldStore: ['冷库', '冷藏库', '保鲜库'],
  plant: ['加工车间', '加工设施'],
  market: ['市场', '商铺', '门面', '门面房'],
  machinery: ['农机', '机械设备', '设备'],
  land: ['土地'],
  water: ['水域', '水面'],
  equity: ['股权资产', '权益', '权益类'],
  biological: ['生物', '牲畜', '林木'],
  other: ['其他'],
  operating: ['经营性资产', '经营类'],
  public: ['公益性资产', '公益类'],
  household: ['到户类资产', '到户', '到户资产', '农户', '户', '个人'],
  village: ['村', '村级', '行政村'],
  township: ['镇', '乡', '镇级', '乡级', '街道'],
  county: ['县级', '区', '区级', '市'],
  inUse: ['正常', '使用中', '良好'],
  idle: ['闲置资产'],
  lowYield: ['低效资产', '低收益'],
  damaged: ['损坏', '损毁'],
  disposed: ['处置', '已报废'],
};

/** The words by which a register names kinds, classes, titles and conditions, the usual word first. */
export function registerWords(): RegisterWords {
  return {
    kind: wordsOf('assetKind', ASSET_KINDS),
    assetClass: wordsOf('assetClass', ASSET_CLASSES),
    titleLevel: wordsOf('titleLevel', TITLE_LEVELS),
    condition: wordsOf('condition', CONDITIONS),
    totals: TOTAL_WORDS,
  };
}

function wordsOf(area: string, codes: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    codes.flatMap((code) =>
      [labelOf(`${area}.${code}`), ...(OTHER_WORDS[code] ?? [])].map((word): [string, string] => [
        word,
        code,
      ]),
    ),
  );
}
