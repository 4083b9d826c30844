/**
 * The choice of main places learned anew from the tuning half of the gold (DIEMBAO_CORPUS: the folder of
 * the corpora): how it does on articles that it has not seen, by cross-validation, and on the half that
 * is only reported. `--write` puts the weights into vietnamese/data/place-choice.json; `--curve` shows
 * what a part of the data gives; `--seed=N` orders the articles otherwise.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { readPlaces } from '../vietnamese/places.ts';
import { FEATURES } from '../vietnamese/places-candidates.ts';
import { answerName, type Choice, chosen } from '../vietnamese/places-choice.ts';
import { readCorpus } from './accuracy/corpus.ts';
import { type GoldArticle, type Half, halfOf, readGold } from './accuracy/gold.ts';
import { type Example, learn, parted } from './place-choice/learn.ts';
import { sample, seeded } from './search-data/random.ts';

const GOLD = new URL('gold/', import.meta.url);
const DATA = new URL('../vietnamese/data/place-choice.json', import.meta.url);
const FOLDS = 5;
const PARTS = [0.125, 0.25, 0.5, 1];

interface Known extends Example {
  readonly half: Half;
  /** Of the batch whose errors no rule was written for. */
  readonly fresh: boolean;
}

export default function placeChoice(args: readonly string[]): void {
  const folder = process.env.DIEMBAO_CORPUS;
  if (!folder) {
    console.log('not run: place-choice (set DIEMBAO_CORPUS to the folder of the corpora)');
    return;
  }
  const seed = Number(args.find((arg) => arg.startsWith('--seed='))?.slice('--seed='.length) ?? 1);
  const known = knownIn(folder);
  const random = seeded(seed);
  const tune = sample(
    known.filter(({ half }) => half === 'tune'),
    known.length,
    random,
  );
  const report = known.filter(({ half }) => half === 'report');

  print(
    'rules alone, tuning half',
    tune.map((one) => ({ one, right: isRuled(one) })),
  );
  const crossed = Array.from({ length: FOLDS }, (_, fold) => {
    const [others, own] = parted(tune, fold, FOLDS);
    return scored(learn(others, seed), own);
  });
  print('learned, tuning half, by cross-validation', crossed.flat());
  print(
    'rules alone, reporting half',
    report.map((one) => ({ one, right: isRuled(one) })),
  );
  if (args.includes('--curve')) {
    for (const part of PARTS) {
      const some = tune.slice(0, Math.round(part * tune.length));
      print(`learned from ${some.length}, reporting half`, scored(learn(some, seed), report));
    }
    return;
  }
  const choice = learn(tune, seed);
  print('learned, reporting half', scored(choice, report));
  if (args.includes('--write')) writeFileSync(DATA, fileOf(choice));
}

function knownIn(folder: string): Known[] {
  const gold = readdirSync(GOLD)
    .filter((file) => file.endsWith('.json') && !/^(?:ids|synthetic-.*)\.json$/u.test(file))
    .sort()
    .flatMap((file) => readGold(new URL(file, GOLD)).map((one) => ({ one, file })))
    .filter(({ one }) => one.mainPlaces !== undefined);
  const texts = new Map(
    (['dantri-2020', 'baomoi-2017'] as const).flatMap((corpus) => {
      const ids = new Set(gold.flatMap(({ one }) => (one.corpus === corpus ? [one.id] : [])));
      return [...readCorpus(folder, corpus, ids)];
    }),
  );
  return gold.flatMap(({ one, file }): Known[] => {
    const text = texts.get(one.id);
    if (!text) return [];
    const passages = [text.headline, text.sapo, ...text.paragraphs].flatMap((passage, i) =>
      passage ? [{ paragraph: i - 1, text: passage.normalize('NFC') }] : [],
    );
    const day = text.publishedAt ?? null;
    const { story } = readPlaces(passages, { publishedAt: day, province: null });
    return [
      {
        id: one.id,
        story,
        half: one.half ?? halfOf(one.id),
        fresh: file === 'places-m.json',
        ...answerOf(one),
      },
    ];
  });
}

function answerOf({ mainPlaces = [] }: GoldArticle): Pick<Example, 'answer' | 'level'> {
  const levels = mainPlaces.map((path) => path.filter((part) => part !== null).length);
  return { answer: answerName(mainPlaces), level: Math.max(0, ...levels) };
}

interface Scored {
  readonly one: Known;
  readonly right: boolean;
}

const isRuled = ({ story, answer }: Known): boolean => answerName(story.ruled) === answer;

function scored(choice: Choice, articles: readonly Known[]): Scored[] {
  return articles.map((one) => ({
    one,
    right: answerName(chosen(one.story, choice)) === one.answer,
  }));
}

function print(name: string, articles: readonly Scored[]): void {
  const share = (some: readonly Scored[]) => {
    const right = some.filter((article) => article.right).length;
    return `${right} of ${some.length} (${(right / some.length).toFixed(3)})`;
  };
  const fresh = articles.filter(({ one }) => one.fresh);
  const older = articles.filter(({ one }) => !one.fresh);
  console.log(`${name}: ${share(articles)}; batch m ${share(fresh)}, older ${share(older)}`);
}

const ABOUT =
  'Weights of the choice of main places, learned from the tuning half of the gold alone by `npm run bench -- place-choice --write`: see docs/benchmarks.md. words: what a syllable of the beginning says of there being a place, a district, a commune; signs: what a word around a name (= the unit itself, < in it, > above it, | elsewhere) says of an answer; trees: [feature, threshold, at most, above].';

/** One line for each word, sign and tree. */
function fileOf({ words, wordsBias, signs, signsBias, trees, base }: Choice): string {
  const lined = (lines: readonly string[]) => lines.join(',\n');
  const map = (of: ReadonlyMap<string, unknown>) =>
    `{\n${lined([...of].map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`))}\n}`;
  const lines = [
    `"about": ${JSON.stringify(ABOUT)}`,
    `"features": ${JSON.stringify(FEATURES)}`,
    `"words": ${map(words)}`,
    `"wordsBias": ${JSON.stringify(wordsBias)}`,
    `"signs": ${map(signs)}`,
    `"signsBias": ${signsBias}`,
    `"trees": [\n${lined(trees.map((tree) => JSON.stringify(tree)))}\n]`,
    `"base": ${base}`,
  ];
  return `{\n${lined(lines)}\n}\n`;
}
