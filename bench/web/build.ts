/** Builds the archive and the embedded index that the pages are measured on. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { openWorks, type Works } from '../../app/compose.ts';
import { readConfig } from '../../app/config.ts';
import { fillIndex } from '../../app/fill-index.ts';
import type { Article } from '../../core/article.ts';
import { silent } from '../../core/log.ts';
import { searchUrl } from '../../web/search-url.ts';
import { corpusArticles, syntheticArticles } from '../search-data/articles.ts';
import { drawQuestions } from '../search-data/questions.ts';
import { pick, seeded } from '../search-data/random.ts';
import { drawFilters } from '../search-data/side-filters.ts';
import { manyArticles } from './articles.ts';

const QUESTIONS = 500;
const SEED = 20261124;
const PAGES = 200;
const MADE = 'bench-web.json';

/** What to ask for, by kind of page; paths without the leading "/". */
export const Addresses = z.strictObject({
  /** Articles in the archive, and how many they were made from. */
  size: z.int(),
  source: z.string(),
  paths: z.record(z.string(), z.array(z.string())),
});
export type Addresses = z.infer<typeof Addresses>;

async function fill(works: Works, sets: readonly (readonly Article[])[], size: number) {
  const newspapers = works.newspapers.filter(({ province }) => province !== null).slice(0, 34);
  const ids = newspapers.map(({ id }) => id);
  let started = performance.now();
  const pace = (what: string) => {
    const seconds = (performance.now() - started) / 1_000;
    console.log(`  ${what} in ${seconds.toFixed(0)} s: ${(size / seconds).toFixed(0)}/s`);
    started = performance.now();
  };
  for (const article of manyArticles(sets, size, ids))
    await works.archive.articles.put(article, '2026-01-01T00:00:00.000Z');
  pace('archive');
  const { signal } = new AbortController();
  await fillIndex(works.archive, works.engine.id, works.writer, { signal });
  pace('index');
  return ids;
}

const apart = <T>(items: readonly T[], count: number): T[] =>
  items.filter((_, i) => i % Math.max(1, Math.floor(items.length / count)) === 0).slice(0, count);

/** The pages that readers ask for, taken from what the archive holds. */
async function addressesOf(
  works: Works,
  base: readonly Article[],
  newspapers: readonly string[],
  size: number,
): Promise<Addresses['paths']> {
  const { archive, engine } = works;
  const random = seeded(SEED + 7);
  const questions = await drawQuestions(engine, base, QUESTIONS, SEED, size);
  const search = questions.map((text) =>
    searchUrl({ text, filters: drawFilters(newspapers, random) }).slice(1),
  );
  const articles: string[] = [];
  for (const year of [2021, 2022, 2023, 2024, 2025])
    for (const half of ['02-15', '08-20']) {
      const day = `${year}-${half}`;
      const { items } = await archive.articles.list({ from: day, to: day }, null, PAGES / 10);
      articles.push(...items.map(({ article }) => `bai/${article.id}`));
    }
  const conferences = (await archive.conferences.list({}, null, 2_000)).items;
  const most = [...conferences].sort((a, b) => b.mentions.length - a.mentions.length).slice(0, 20);
  const units = await engine.search({
    units: [],
    whole: [],
    without: [],
    match: 'units',
    exactOnly: false,
    filters: [],
    facets: ['places'],
    sort: 'newest',
    offset: 0,
    limit: 0,
  });
  const places = (units.facets.places ?? []).map(({ value }) => value);
  const officials = (await archive.officials.list({}, null, 2_000)).items;
  const named = [...officials].sort((a, b) => b.articles - a.articles).slice(0, 20);
  return {
    search,
    article: articles,
    conference: apart([...most, ...apart(conferences, PAGES)], PAGES).map(
      ({ id }) => `hoi-nghi/${id}`,
    ),
    locality: apart(places, PAGES).map((value) => `dia-phuong/${encodeURIComponent(value)}`),
    official: [...named, ...apart(officials, PAGES / 2)].map(({ id }) => `can-bo/${id}`),
    list: [
      'hoi-nghi',
      'hoi-nghi?loai=so-ket&dip=giữa+nhiệm+kỳ',
      'hoi-nghi/lich?thang=2023-05',
      'can-bo',
      'can-bo?ten=Nguyễn+Văn',
      'can-bo?chuc-vu=Bí+thư+Huyện+ủy&ngay=2023-05-26',
      'dia-phuong',
      'dia-phuong?ngay=2023-05-26',
      'dia-phuong/ban-do?q=h%E1%BB%8Dc+sinh',
      'tinh-trang',
      'api/v1/status',
      ...Array.from({ length: 5 }, () => {
        const q = new URLSearchParams([
          ['don-vi', pick(places, random)],
          ['don-vi', pick(places, random)],
        ]);
        return `dia-phuong/so-sanh?${q}`;
      }),
    ],
  };
}

/**
 * An archive with its index in `directory`; one that was built there of the same size and source is taken as it is.
 * @throws where the directory holds something else
 */
export async function built(directory: string, size: number): Promise<Addresses> {
  const source = process.env.DIEMBAO_CORPUS ? 'corpora and synthetic' : 'synthetic';
  const made = join(directory, MADE);
  if (existsSync(made)) {
    const known = Addresses.parse(JSON.parse(readFileSync(made, 'utf8')));
    if (known.size === size && known.source === source) {
      console.log(`  ${directory} as it was built before`);
      return known;
    }
    rmSync(directory, { recursive: true });
  }
  mkdirSync(directory, { recursive: true });
  if (existsSync(join(directory, 'archive.db')))
    throw new Error(`${directory} holds an archive that this bench did not finish or did not make`);
  const corpus = corpusArticles();
  const sets = [...(corpus ? [corpus] : []), syntheticArticles()];
  const works = await openWorks(readConfig({ DIEMBAO_DATA: directory }), { log: silent });
  try {
    const newspapers = await fill(works, sets, size);
    const paths = await addressesOf(works, sets.flat(), newspapers, size);
    const addresses = { size, source, paths };
    writeFileSync(made, JSON.stringify(addresses));
    return addresses;
  } finally {
    await works.close();
  }
}
