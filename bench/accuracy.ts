/**
 * How well an article is read: quotes, dates, places and conferences beside what an annotator read in it.
 * Real articles (DIEMBAO_CORPUS: the folder of the corpora) in two halves, our own ones in a column apart.
 *
 * `--errors` lists what went wrong on the tuning half, `--errors=all` on both, `--validate` looks only
 * whether the gold's anchors stand in the text; `--gold=NAME` takes only the files whose name begins so.
 */
import { readdirSync } from 'node:fs';
import type { Article } from '../core/article.ts';
import { loadNewspapers } from '../newspapers/index.ts';
import { type PlainArticle, readPlain } from '../parsers/read.ts';
import { readCorpus } from './accuracy/corpus.ts';
import { type Corpus, type GoldArticle, type Half, halfOf, readGold } from './accuracy/gold.ts';
import { scoreArticle } from './accuracy/score.ts';
import { readSynthetic, scoreSynthetic } from './accuracy/synthetic.ts';
import { table } from './accuracy/table.ts';
import { emptyTally, type Tally } from './accuracy/tally.ts';
import { faults } from './accuracy/validate.ts';

const GOLD = new URL('gold/', import.meta.url);
/** Lists of ids and other files beside the gold. */
const NOT_GOLD = new Set(['ids.json']);

export default async function accuracy(args: readonly string[]): Promise<void> {
  const only = args.find((arg) => arg.startsWith('--gold='))?.slice('--gold='.length) ?? '';
  const files = readdirSync(GOLD)
    .filter((file) => file.endsWith('.json') && !NOT_GOLD.has(file) && file.startsWith(only))
    .sort();
  const isSynthetic = (file: string) => file.startsWith('synthetic-');
  const gold = files
    .filter((file) => !isSynthetic(file))
    .flatMap((file) => readGold(new URL(file, GOLD)));
  const folder = process.env.DIEMBAO_CORPUS;

  if (args.includes('--validate')) {
    if (!folder) return notRun('validation');
    validate(gold, readAll(gold, folder));
    return;
  }

  const halves: Readonly<Record<Half, Tally>> = { tune: emptyTally(), report: emptyTally() };
  if (folder) {
    const articles = readAll(gold, folder);
    for (const one of gold) {
      const article = articles.get(one.id);
      if (article) scoreArticle(one, article, halves[one.half ?? halfOf(one.id)]);
    }
  } else {
    notRun('real articles');
  }

  const { newspapers } = await loadNewspapers();
  const synthetic = emptyTally();
  for (const file of files.filter(isSynthetic)) {
    scoreSynthetic(readSynthetic(new URL(file, GOLD)), newspapers, synthetic);
  }
  const real = folder
    ? [
        { name: 'tune', tally: halves.tune },
        { name: 'report', tally: halves.report },
      ]
    : [];
  console.log(table([...real, { name: 'synthetic', tally: synthetic }]));

  const all = args.includes('--errors=all');
  if (all || args.includes('--errors')) {
    printErrors('tune', halves.tune);
    if (all) printErrors('report', halves.report);
    printErrors('synthetic', synthetic);
  }
}

function notRun(part: string): void {
  console.log(`not run: ${part} (set DIEMBAO_CORPUS to the folder of the corpora)\n`);
}

/** The gold's articles as the program reads them, by id. */
function readAll(gold: readonly GoldArticle[], folder: string): ReadonlyMap<string, Article> {
  const corpora = [...new Set(gold.map(({ corpus }) => corpus))];
  const plain = corpora.flatMap((corpus: Corpus): readonly PlainArticle[] => {
    const ids = new Set(gold.filter((one) => one.corpus === corpus).map(({ id }) => id));
    return [...readCorpus(folder, corpus, ids).values()];
  });
  return new Map(plain.map((one) => [one.id, readPlain(one, null)]));
}

function validate(gold: readonly GoldArticle[], articles: ReadonlyMap<string, Article>): void {
  const lines = gold.flatMap((one) => {
    const article = articles.get(one.id);
    const wrong = article ? faults(one, article) : [`not in ${one.corpus}`];
    return wrong.map((fault) => `${one.id}: ${fault}`);
  });
  for (const line of lines) console.log(line);
  console.log(`${gold.length} articles, ${lines.length} faults`);
  if (lines.length > 0) process.exitCode = 1;
}

function printErrors(name: string, tally: Tally): void {
  for (const { id, measure, message } of tally.failures) {
    console.log(`[${name}] ${id} ${measure}: ${message.replace(/\s+/gu, ' ')}`);
  }
}
