/** How a question is asked: its units, its tiers, and what the engine is sent. */
import { mostOf, type SearchRequest } from '../core/search.ts';
import type { SearchEngine } from '../indexer/engine.ts';
import { planTiers } from '../indexer/tiers.ts';
import { type Io, line } from './io.ts';

export interface Explained {
  readonly engine: string;
  readonly match: SearchRequest['match'];
  readonly units: readonly {
    readonly text: string;
    readonly exact: string;
    readonly folded: string;
    readonly alternatives: readonly string[];
  }[];
  readonly tiers: readonly {
    readonly tier: string;
    readonly weight: number;
    /** So many of the units are enough. */
    readonly need: number;
    readonly units: number;
    readonly words: readonly string[];
  }[];
  readonly sent: unknown;
}

export function explain(engine: SearchEngine, request: SearchRequest): Explained {
  return {
    engine: engine.id,
    match: request.match,
    units: request.units.map(({ text, exact, folded, alternatives }) => ({
      text,
      exact: exact.join(' '),
      folded: folded.join(' '),
      alternatives: alternatives.map((other) => other.exact.join(' ')),
    })),
    tiers: planTiers(request).tiers.map(({ tier, weight, need, units, words }) => ({
      tier,
      weight,
      need,
      units: units.length,
      words,
    })),
    sent: engine.explain(request),
  };
}

const MATCHES = {
  units: () => 'mỗi cụm từ đứng liền nhau',
  words: () => 'nới lỏng: từng từ một',
  most: (units: number) => `nới lỏng: ít nhất ${mostOf(units)} trong ${units} cụm từ`,
} as const;

export async function showExplained(io: Io, one: Explained): Promise<void> {
  await line(io, `${one.engine}, ${MATCHES[one.match](one.units.length)}:`);
  for (const { text, exact, folded, alternatives } of one.units) {
    const others = alternatives.length > 0 ? `  hoặc ${alternatives.join(', ')}` : '';
    await line(io, `  “${text}”  ${exact}  ${folded}${others}`);
  }
  for (const { tier, weight, need, units, words } of one.tiers) {
    const also = words.length > 0 ? ` và ${words.join(' ')}` : '';
    await line(io, `  tầng ${tier} × ${weight}: ${need} trong ${units}${also}`);
  }
  await line(io, JSON.stringify(one.sent, null, 2));
}
