/** One search in the index file: what is found, how it is ordered, its facets. */
import type {
  EngineAnswer,
  FacetAnswer,
  FacetSlice,
  SearchHit,
  SearchRequest,
} from '../../../core/search.ts';
import { facetSliceOf, facetsOf } from './facets.ts';
import { find } from './found.ts';
import type { OpenIndex } from './index-file.ts';
import { type Group, ordered, pageOf, type Standing } from './order.ts';

/** All that `work` reads is of one state of the file. */
export function atOnce<T>({ db, rows }: OpenIndex, work: () => T): T {
  const renewed = () => {
    rows.renew();
    return work();
  };
  // Beside one that writes itself there is no other.
  return db.readOnly ? db.transaction(renewed) : renewed();
}

/** Falls with tier and rank; tiers never overlap, nor do the halves of one: headlines, all fields. */
function scoreOf({ tier, headline, ranked }: Group, key: number): number {
  const goodness = ranked ? Math.max(0, -key) : 0;
  const half = 0.25 * (goodness / (1 + goodness));
  return (tier?.weight ?? 1) * ((headline ? 0.75 : 0.5) + half);
}

function hitOf({ id, key, group }: Standing): SearchHit {
  return { id, score: scoreOf(group, key), tier: group.tier?.tier ?? 'none' };
}

export function searchIndex(index: OpenIndex, request: SearchRequest): EngineAnswer {
  return atOnce(index, () => {
    const found = find(index.rows, request);
    const wanted = request.limit === 0 ? 0 : request.offset + request.limit;
    const groups = ordered(index, found, request.sort, wanted);
    return {
      total: found.rows.length,
      hits: pageOf(index, groups, request).map(hitOf),
      ...facetsOf(index, found.rows, request),
    };
  });
}

export function facetSlice(
  index: OpenIndex,
  request: SearchRequest,
  slice: FacetSlice,
): FacetAnswer {
  return atOnce(index, () => facetSliceOf(index, find(index.rows, request).rows, slice));
}
