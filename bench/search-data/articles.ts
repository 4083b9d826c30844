/** The articles that search is measured on: those of the corpora, and our own. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Article } from '../../core/article.ts';
import { demoArticles } from '../../demo/article.ts';
import { readPlain } from '../../parsers/read.ts';
import { readCorpus } from '../accuracy/corpus.ts';

const CORPORA = ['dantri-2020', 'baomoi-2017'] as const;

/** The articles of DIEMBAO_CORPUS, null where it is not set. */
export function corpusArticles(): Article[] | null {
  const folder = process.env.DIEMBAO_CORPUS;
  if (folder === undefined || folder === '') return null;
  return CORPORA.flatMap((corpus) => {
    const text = gunzipSync(readFileSync(join(folder, `${corpus}.jsonl.gz`))).toString('utf8');
    const ids = text.matchAll(/^\{"id": ?"([^"]+)"/gmu);
    const plain = readCorpus(folder, corpus, new Set([...ids].map(([, id = '']) => id)));
    return [...plain.values()].map((one) => readPlain(one, null, `${corpus}:${one.id}`));
  });
}

/** The demo's articles, captions behind the text. */
export function syntheticArticles(): Article[] {
  return demoArticles().map((demo) => {
    const paragraphs = demo.body.flatMap((part) => (typeof part === 'string' ? [part] : []));
    const article = readPlain(
      {
        id: `${demo.paper}:${demo.number}`,
        publishedAt: demo.publishedAt,
        newspaper: demo.paper,
        headline: demo.headline,
        sapo: demo.sapo,
        paragraphs,
      },
      { id: demo.paper, province: null },
      `synthetic:${demo.paper}:${demo.number}`,
    );
    const captions = demo.body.flatMap((part) =>
      typeof part === 'object' && 'caption' in part && part.caption !== null
        ? [{ text: part.caption, credit: part.credit, image: null }]
        : [],
    );
    return {
      ...article,
      section: demo.section,
      blocks: [
        ...article.blocks,
        ...captions.map(({ text }) => ({ type: 'caption' as const, text })),
      ],
      captions: captions.map((caption, i) => ({ ...caption, block: article.blocks.length + i })),
    };
  });
}
