/** Findings by synthetic nights. */
import { describe, expect, it } from 'vitest';
import { FIELD_NAMES, type Field } from '../../app/night/figures.ts';
import { judge, type PaperNight } from '../../app/night/health.ts';
import { atMost } from '../../app/night/odds.ts';
import { daysBefore } from '../../app/night/window.ts';

const FIRST = '2026-01-05';
const dayAfter = (days: number) => daysBefore(FIRST, -days);

interface Facts {
  readonly created?: number;
  readonly changes?: Partial<PaperNight>;
  /** Share of articles that have the field, where it is not the usual one. */
  readonly share?: Partial<Record<Field, number>>;
  readonly codes?: NonNullable<PaperNight['figures']>['codes'];
}
const SHARES: Readonly<Record<Field, number>> = {
  headline: 1,
  sapo: 0.96,
  date: 1,
  author: 0.85,
  body: 1,
  captions: 0.6,
  section: 1,
};

function night(newspaper: string, index: number, facts: Facts = {}): PaperNight {
  const created = facts.created ?? 25;
  const of = (field: Field) => {
    const filled = Math.round(created * (facts.share?.[field] ?? SHARES[field]));
    const example = (what: string) => ({
      id: `${newspaper}-${index}-${what}`,
      url: `http://${newspaper}.test/${index}/${what}`,
      headline: null,
    });
    return {
      filled,
      good: filled > 0 ? example('good') : null,
      bad: filled < created ? example('bad') : null,
    };
  };
  return {
    day: dayAfter(index),
    newspaper,
    state: 'complete',
    message: null,
    flags: [],
    figures: {
      created,
      changed: 1,
      withdrawn: 0,
      generic: 0,
      fields: {
        headline: of('headline'),
        sapo: of('sapo'),
        date: of('date'),
        author: of('author'),
        body: of('body'),
        captions: of('captions'),
        section: of('section'),
      },
      codes: facts.codes ?? {},
    },
    ...facts.changes,
  };
}

/** Night after night, each judged by those before, its flags kept: what the running program does. */
function live(
  papers: readonly string[],
  nights: number,
  facts: (paper: string, i: number) => Facts,
) {
  const past: PaperNight[] = [];
  return Array.from({ length: nights }, (_, i) => {
    const tonight = papers.map((paper) => night(paper, i, facts(paper, i)));
    const judged = judge(past, tonight);
    past.push(
      ...tonight.map((one) => ({
        ...one,
        flags: judged.flags.get(one.newspaper) ?? [],
      })),
    );
    return judged;
  });
}
const NONE = judge([], []);
const PAPERS = Array.from({ length: 10 }, (_, i) => `bao${i}`);
const kinds = (judged: ReturnType<typeof judge>) =>
  judged.findings.map(({ newspaper, kind, field }) => [newspaper, field ?? kind].join(' '));

/** The same numbers at every run, that wander as a paper's do. */
const wander = (paper: string, i: number) => {
  const seed = [...`${paper}/${i}`].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 997, 7);
  return seed / 997;
};

describe('learning', () => {
  it('lasts six nights; the seventh is compared', () => {
    const broken = live(['bao0'], 7, (_, i) => (i === 5 || i === 6 ? { share: { sapo: 0 } } : {}));
    expect(broken.map(({ learning }) => learning.length)).toEqual([1, 1, 1, 1, 1, 1, 0]);
    expect(kinds(broken[5] ?? NONE)).toEqual([]);
    expect(kinds(broken[6] ?? NONE)).toEqual(['bao0 sapo']);
  });

  it('is no reason to keep a dry source or a future date quiet', () => {
    const codes = {
      'discovery-dry': { count: 1, url: 'http://bao0.test' },
      'future-date': { count: 2, url: 'http://bao0.test/mai' },
    };
    expect(kinds(judge([], [night('bao0', 0, { codes })]))).toEqual([
      'bao0 discovery-dry',
      'bao0 future-date',
    ]);
  });
});

describe('quiet nights', () => {
  it('say nothing, though figures wander', () => {
    const judged = live(PAPERS, 40, (paper, i) => ({
      created: 18 + Math.round(14 * wander(paper, i)),
      share: {
        captions: 0.45 + 0.3 * wander(paper, i + 500),
        author: 0.75 + 0.2 * wander(paper, i),
      },
    }));
    expect(judged.flatMap(kinds)).toEqual([]);
  });

  it('know the weekday: few articles on Sundays are no loss', () => {
    const judged = live(PAPERS, 35, (_, i) => ({ created: i % 7 === 6 ? 4 : 30 }));
    expect(judged.slice(21).flatMap(kinds)).toEqual([]);
  });
});

describe('volume measured', () => {
  const dry = { 'discovery-dry': { count: 1, url: 'http://bao3.test' } };

  it('Regression: a source that ran dry is one line, not two, and is no measure later', () => {
    const judged = live(PAPERS, 28, (paper, i) => {
      if (paper !== 'bao3') return {};
      if (i === 11 || i === 12) return { created: 0, codes: dry };
      return { created: i === 13 ? 75 : 25 + (i % 5) };
    });
    expect(judged.map((one) => kinds(one).join())).toEqual(
      Array.from({ length: 28 }, (_, i) => (i === 11 || i === 12 ? 'bao3 discovery-dry' : '')),
    );
    expect(judged[11]?.flags.get('bao3')).toEqual(['discovery-dry', 'volume-low']);
  });

  it('Regression: one strange night of the weekday makes no ordinary one a flood', () => {
    const judged = live(PAPERS, 24, (paper, i) => ({
      created: paper === 'bao2' && i === 2 ? 0 : 27,
    }));
    expect(judged.flatMap(kinds)).toEqual([]);
  });

  it('is high where it is more than any day is used to', () => {
    const judged = live(PAPERS, 16, (paper, i) =>
      paper === 'bao2' && i === 15 ? { created: 90 } : {},
    );
    expect(judged.flatMap(kinds)).toEqual(['bao2 volume-high']);
  });
});

describe('a broken field', () => {
  const judged = live(PAPERS, 20, (paper, i) =>
    paper === 'bao3' && i >= 12 && i < 16 ? { share: { author: 0 } } : {},
  );

  it('is named every night until it is mended, with the night on which it began', () => {
    expect(judged.map((one) => kinds(one).length)).toEqual(
      Array.from({ length: 20 }, (_, i) => (i >= 12 && i < 16 ? 1 : 0)),
    );
    expect(judged[15]?.findings[0]).toMatchObject({
      newspaper: 'bao3',
      field: 'author',
      tonight: 0,
      since: dayAfter(12),
      of: 25,
    });
    expect(judged[15]?.findings[0]?.usual).toBeCloseTo(0.84);
  });

  it('comes with the last good and the first bad example', () => {
    for (const i of [12, 15])
      expect(judged[i]?.findings[0]).toMatchObject({
        good: { id: 'bao3-11-good' },
        bad: { id: 'bao3-12-bad' },
      });
  });

  it('is the new ordinary after four weeks of nothing else', () => {
    const long = live(['bao0'], 60, (_, i) => (i >= 12 ? { share: { captions: 0 } } : {}));
    expect(kinds(long[39] ?? NONE)).toEqual(['bao0 captions']);
    expect(kinds(long[59] ?? NONE)).toEqual([]);
  });

  it('that is only half gone is found too', () => {
    const half = live(['bao0'], 15, (_, i) => (i === 14 ? { share: { body: 0.5 } } : {}));
    expect(kinds(half[14] ?? NONE)).toEqual(['bao0 body']);
  });

  it.each(FIELD_NAMES)('%s', (field) => {
    const one = live(['bao0'], 9, (_, i) => (i === 8 ? { share: { [field]: 0 } } : {}));
    expect(kinds(one[8] ?? NONE)).toEqual([`bao0 ${field}`]);
  });
});

describe('volume', () => {
  it('low and high are named for one paper', () => {
    const judged = live(PAPERS, 15, (paper, i) => {
      if (i !== 13) return {};
      return { created: paper === 'bao1' ? 3 : paper === 'bao2' ? 90 : 25 };
    });
    expect(judged.map((one) => kinds(one))[13]).toEqual(['bao1 volume-low', 'bao2 volume-high']);
    expect(judged[13]?.findings[0]).toMatchObject({ tonight: 3, usual: 25 });
    expect(judged[14] && kinds(judged[14])).toEqual([]);
  });

  it('is not high after a night that was missed', () => {
    const judged = live(['bao0'], 15, (_, i) => {
      if (i === 12) return { changes: { state: 'missed', figures: null } };
      return i === 13 ? { created: 75 } : {};
    });
    expect(judged.slice(11).map(kinds)).toEqual([[], ['bao0 missed'], [], []]);
  });

  it('nine days of Tết are one line a night, and nothing afterwards', () => {
    const judged = live(PAPERS, 45, (_, i) => ({ created: i >= 20 && i < 29 ? 4 : 25 }));
    expect(judged.map((one) => kinds(one))).toEqual(
      Array.from({ length: 45 }, (_, i) => (i >= 20 && i < 29 ? [' most-low'] : [])),
    );
    expect(judged[28]?.findings[0]).toMatchObject({ tonight: 10, of: 10, since: dayAfter(20) });
  });

  it('a dry source and a broken field show through Tết', () => {
    const judged = live(PAPERS, 30, (paper, i) => {
      const tet = i >= 20 && i < 29 ? 6 : 25;
      if (i !== 24) return { created: tet };
      if (paper === 'bao4')
        return { created: 0, codes: { 'discovery-dry': { count: 1, url: 'http://bao4.test' } } };
      return { created: tet, ...(paper === 'bao5' ? { share: { sapo: 0 } } : {}) };
    });
    expect(judged[24] && kinds(judged[24])).toEqual([
      ' most-low',
      'bao4 discovery-dry',
      'bao5 sapo',
    ]);
  });

  it('half of the papers low are named each', () => {
    const judged = live(PAPERS, 12, (paper, i) =>
      i === 11 && Number(paper.slice(3)) < 5 ? { created: 2 } : {},
    );
    expect(judged[11]?.findings).toHaveLength(5);
  });
});

describe('a paper that did not finish', () => {
  it.each([
    ['missed', 'missed'],
    ['stopped', 'not-finished'],
    ['running', 'not-finished'],
    ['failed', 'failed'],
  ] as const)('%s', (state, kind) => {
    const judged = live(PAPERS, 10, (paper, i) =>
      i === 9 && paper === 'bao7' ? { created: 2, changes: { state, message: 'vì sao' } } : {},
    );
    expect(judged[9]?.findings).toMatchObject([{ newspaper: 'bao7', kind, message: 'vì sao' }]);
  });

  it('and one that refuses', () => {
    const refusing = night('bao0', 0, { created: 0, changes: { message: 'robots.txt refuses' } });
    expect(kinds(judge([], [refusing]))).toEqual(['bao0 refused']);
  });
});

it('one page of unknown layout is daily life, a tenth of the night is not', () => {
  const unknown = (count: number, created: number) =>
    kinds(
      judge(
        [],
        [
          night('bao0', 0, {
            created,
            codes: { 'layout-unknown': { count, url: 'http://bao0.test/x' } },
          }),
        ],
      ),
    );
  expect(unknown(1, 0)).toEqual([]);
  expect(unknown(2, 100)).toEqual([]);
  expect(unknown(3, 25)).toEqual(['bao0 layout-unknown']);
  expect(unknown(25, 0)).toEqual(['bao0 layout-unknown']);
});

it('odds are those of the binomial distribution', () => {
  expect(atMost(0, 3, 0.5)).toBeCloseTo(0.125);
  expect(atMost(1, 3, 0.5)).toBeCloseTo(0.5);
  expect(atMost(3, 3, 0.9)).toBe(1);
  expect(atMost(0, 1000, 0.98)).toBeLessThan(1e-300);
});
