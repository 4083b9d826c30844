/**
 * Settling: which spots are places, and which unit each one is, by what stands around it, the rest of
 * the article, and the newspaper's province.
 */

import type { Mention } from './places-link.ts';
import { liesIn, type Option } from './places-options.ts';

/** Items of a list that are asked where it lies. */
const COMPARED = 12;

interface Support {
  readonly provinces: Map<string, number>;
  readonly districts: Map<string, number>;
  /** name and level -> the unit it was settled as */
  readonly same: Map<string, Option>;
}

function note(mention: Mention, support: Support): void {
  const option = mention.chosen;
  if (!option) return;
  const typed = mention.spot.hint?.from != null || mention.up !== null;
  if (option.province) {
    support.provinces.set(option.province, (support.provinces.get(option.province) ?? 0) + 1);
  }
  if (option.district) {
    support.districts.set(option.district, (support.districts.get(option.district) ?? 0) + 1);
  }
  const key = `${mention.level} ${mention.name}`;
  if (typed || !support.same.has(key)) support.same.set(key, option);
}

export interface Settling {
  /** Codes, on the article's day, of the newspaper's home (places-home.ts). */
  readonly home: ReadonlySet<string>;
}

interface Nearby {
  district: string | null;
  province: string | null;
}

function score(
  option: Option,
  mention: Mention,
  support: Support,
  near: Nearby,
  home: ReadonlySet<string>,
): number {
  let points = option.stale ? -2.5 : 0;
  const { up, spot } = mention;
  if (spot.hint?.types.includes(option.type)) points += 3;
  if (up) {
    const uppers = up.chosen ? [up.chosen] : up.options;
    if (uppers.some((upper) => liesIn(option, upper))) points += 100;
    else if (uppers.length > 0) points -= 100;
  }
  for (const other of mention.group.slice(0, COMPARED)) {
    if (other === mention || !other.chosen) continue;
    const together =
      option.level === 'commune' && option.district !== null
        ? other.chosen.district === option.district
        : other.chosen.province === option.province;
    if (together) {
      points += 6;
      break;
    }
  }
  if (option.level === 'commune' && option.district) {
    const known = support.districts.get(option.district) ?? 0;
    if (known > 0) points += 3 + Math.min(2, known * 0.5);
    if (near.district === option.district) points += 2;
  }
  if (option.province) {
    const known = support.provinces.get(option.province) ?? 0;
    if (known > 0) points += 1 + Math.min(2, known * 0.5);
    if (near.province === option.province) points += 1;
    if (home.has(option.province)) points += 2;
  }
  const same = support.same.get(`${mention.level} ${mention.name}`);
  if (same && same.own === option.own && same.level === option.level) points += 8;
  return points;
}

/** Of several namesakes one in a province that the article never names is no answer. */
function fitsArticle(
  option: Option,
  mention: Mention,
  support: Support,
  home: ReadonlySet<string>,
): boolean {
  if (option.province === null || home.has(option.province)) return true;
  if (mention.up !== null || mention.level !== 'commune') return true;
  return support.provinces.size === 0 || support.provinces.has(option.province);
}

function choose(mention: Mention, support: Support, near: Nearby, home: ReadonlySet<string>): void {
  const [only] = mention.options;
  if (!only) return;
  if (mention.options.length === 1 && mention.up === null) {
    mention.chosen = only;
    return;
  }
  const ranked = mention.options
    .map((option) => ({ option, points: score(option, mention, support, near, home) }))
    .sort((a, b) => b.points - a.points);
  const [first, second] = ranked;
  if (!first || first.points < -50) {
    mention.chosen = null;
    return;
  }
  const clear = !second || first.points - second.points >= 1;
  mention.chosen =
    clear && (!second || fitsArticle(first.option, mention, support, home)) ? first.option : null;
}

function isSure(mention: Mention): boolean {
  const { spot } = mention;
  if (mention.level === 'province') return true;
  return spot.hint !== null;
}

/** Is a bare name of a district or commune a place here? */
function believe(mention: Mention, support: Support, home: ReadonlySet<string>): boolean {
  const { spot, up, group, options } = mention;
  if (isSure(mention)) return true;
  if (options.length === 0) return false;
  const held =
    up?.accepted === true &&
    options.some((o) => (up.chosen ? [up.chosen] : up.options).some((u) => liesIn(o, u)));
  if (
    held &&
    !(
      mention.level === 'commune' &&
      up?.level === 'province' &&
      options.every((o) => o.district !== null)
    )
  )
    return true;
  const listed = group
    .slice(0, 2 * COMPARED)
    .some(
      (other) =>
        other !== mention &&
        other.accepted &&
        other.level === mention.level &&
        (mention.level !== 'commune' || other.spot.hint !== null),
    );
  if (listed && !spot.doubtful) return true;
  if (
    listed &&
    options.some(
      (o) => o.province !== null && (support.provinces.has(o.province) || home.has(o.province)),
    )
  )
    return true;
  const same = support.same.get(`${mention.level} ${mention.name}`);
  const single = !mention.name.includes(' ');
  if (same && !(mention.level === 'commune' && (single || spot.doubtful))) return true;
  const backed = options.some(
    (o) => o.province !== null && (support.provinces.has(o.province) || home.has(o.province)),
  );
  if (mention.level === 'district') {
    if (spot.sure && options.length === 1) return true;
    // Two names of districts of that province side by side are no persons.
    if (spot.doubtful) return backed && (spot.led || group.length > 1);
    return backed || (options.length === 1 && (spot.led || options[0]?.type !== 'Huyện'));
  }
  const words = mention.name.split(' ').length;
  const near = options.filter((o) =>
    o.district !== null ? support.districts.has(o.district) : backed,
  );
  const live = options.filter((o) => !o.stale);
  if (live.length > 0 && live.every((o) => o.district === null)) {
    // From July 2025 most communes bear the name of an old district.
    const district = spot.matches[0]?.node.units.some((u) => u.level === 'district') === true;
    return backed && (spot.led || (!spot.doubtful && (district || words >= 3)));
  }
  return near.length === 1 && !spot.doubtful && (words >= 3 || spot.led);
}

/** What the article once said of a name that no list has there holds for its other mentions. */
function inherit(mentions: readonly Mention[]): void {
  const said = new Map<string, Mention>();
  for (const m of mentions) {
    if (m.accepted && m.up?.chosen && m.chosen === null && m.level === 'commune') {
      said.set(m.name, m.up);
    }
  }
  for (const m of mentions) {
    const up = said.get(m.name);
    if (!up || m.level !== 'commune' || m.up || m.spot.hint?.from == null) continue;
    m.up = up;
    m.chosen = null;
  }
}

/** Chooses in four rounds: what is sure first, then what it supports. */
export function settle(mentions: readonly Mention[], { home }: Settling): void {
  const rounds: ((mention: Mention, support: Support) => boolean)[] = [
    (m) => m.level === 'province',
    (m) => isSure(m) && (m.level === 'district' || m.up !== null),
    (m, s) => isSure(m) || (m.level === 'district' && believe(m, s, home)),
    (m, s) => believe(m, s, home),
    (m, s) => believe(m, s, home),
  ];
  for (const accept of rounds) {
    const support: Support = { provinces: new Map(), districts: new Map(), same: new Map() };
    for (const m of mentions) if (m.accepted) note(m, support);
    const near: Nearby = { district: null, province: null };
    for (const m of mentions) {
      if (!m.accepted && accept(m, support)) m.accepted = true;
      if (!m.accepted) continue;
      choose(m, support, near, home);
      if (m.chosen?.province) near.province = m.chosen.province;
      if (m.chosen?.district && m.level !== 'province') near.district = m.chosen.district;
    }
  }
  inherit(mentions);
  // A name no list knows is a place only where the article says what it lies in.
  for (const m of mentions) {
    if (m.options.length === 0) m.accepted = m.up?.accepted === true && m.up.chosen !== null;
  }
}
